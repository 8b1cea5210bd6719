// SPDX-License-Identifier: GPL-3.0-or-later
#include "versions/versionsreader.h"

#include "versions/versionwords.h"

namespace Skillet::Ui {

VersionsReader::VersionsReader(const QString &folder, const QString &path, const QString &present,
                               QObject *parent)
    : QObject(parent)
    , m_history(folder)
    , m_path(path)
    , m_present(present)
{
    m_pool.setMaxThreadCount(1);
}

VersionsReader::~VersionsReader()
{
    m_pool.clear(); // only the one under way is waited for
}

void VersionsReader::read()
{
    m_pool.start([this] {
        const auto versions = m_history.versions(m_path);
        QMetaObject::invokeMethod(
            this,
            [this, versions] {
                if (versions)
                    noteList(versions.value());
                else
                    Q_EMIT failed(versions.error());
            },
            Qt::QueuedConnection);
    });
}

void VersionsReader::noteList(const QList<Workspace::FileVersion> &versions)
{
    m_versions = versions;
    Q_EMIT listed(versions);
    for (int place = 0; place < versions.size(); ++place) {
        m_pool.start([this, place, version = versions.at(place)] {
            const Core::Result<QString> text = m_history.text(m_path, version);
            const QString words = text ? changesInWords(Workspace::compareLines(text.value(), m_present))
                                       : tr("cannot be read");
            QMetaObject::invokeMethod(
                this, [this, place, words] { Q_EMIT counted(place, words); }, Qt::QueuedConnection);
        });
    }
}

void VersionsReader::want(int place)
{
    if (place < 0 || place >= m_versions.size())
        return;
    const auto compare = [this, place, version = m_versions.at(place)] {
        const Core::Result<QString> text = m_history.text(m_path, version);
        const Workspace::LineDiff diff =
            text ? Workspace::compareLines(text.value(), m_present) : Workspace::LineDiff();
        QMetaObject::invokeMethod(
            this,
            [this, place, text, diff] {
                if (text)
                    Q_EMIT compared(place, text.value(), diff);
                else
                    Q_EMIT versionFailed(place, text.error());
            },
            Qt::QueuedConnection);
    };
    m_pool.start(compare, 1); // before the counting
}

} // namespace Skillet::Ui
