// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/foldedfind.h"

#include <QLocale>

#include <algorithm>

namespace Skillet::Ui {

namespace {

constexpr qint64 PieceBytes = 256 * 1024;
/// More is as good as many.
constexpr qsizetype MostCounted = 10000;

} // namespace

FoldedFind::FoldedFind(TextFind &find, const OutputSpool &spool, QObject *parent)
    : QObject(parent)
    , m_find(find)
    , m_spool(spool)
{
    m_next.setSingleShot(true);
    m_next.setInterval(0);
    connect(&m_next, &QTimer::timeout, this, &FoldedFind::readOn);
    connect(&m_find, &TextFind::searched, this, &FoldedFind::begin);
    connect(&m_find, &TextFind::closed, &m_next, &QTimer::stop);
}

void FoldedFind::begin(const QString &pattern, Qt::CaseSensitivity sensitivity)
{
    m_pattern = pattern;
    m_sensitivity = sensitivity;
    m_position = 0;
    m_count = 0;
    if (pattern.isEmpty() || m_spool.isEmpty())
        m_next.stop();
    else
        m_next.start();
}

void FoldedFind::readOn()
{
    const QByteArray piece = m_spool.read(m_position, PieceBytes);
    m_position += piece.size();
    m_count += QString::fromUtf8(piece).count(m_pattern, m_sensitivity);
    const bool enough = m_count >= MostCounted;
    if (!enough && !piece.isEmpty() && m_position < m_spool.bytes())
        m_next.start();
    else
        tell(enough);
}

void FoldedFind::tell(bool more)
{
    const QString count = QLocale().toString(std::min(m_count, MostCounted));
    if (m_count > 0)
        m_find.setRemark(more ? tr("folded away: %1 and more").arg(count) : tr("folded away: %1").arg(count));
}

} // namespace Skillet::Ui
