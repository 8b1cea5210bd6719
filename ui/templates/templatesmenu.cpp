// SPDX-License-Identifier: GPL-3.0-or-later
#include "templates/templatesmenu.h"

#include "workspace/textfile.h"

#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QMenu>
#include <QUrl>

// Outside any namespace, as the macro asks; without it the linker drops the static library's resource.
static void initTemplates()
{
    Q_INIT_RESOURCE(templates);
}

namespace Skillet::Ui {

namespace {

constexpr qsizetype mostOwn = 30; // more do not fit a screen

struct Template
{
    QString label;
    QString resource;
    QString name; ///< of the new file
};

QList<Template> ownTemplates()
{
    const auto at = [](const char *name) {
        return QStringLiteral(":/templates/") + QString::fromLatin1(name);
    };
    return {
        {TemplatesMenu::tr("&Program"), at("program.py"), QStringLiteral("program.py")},
        {TemplatesMenu::tr("Program with &Arguments"), at("arguments.py"), QStringLiteral("count_lines.py")},
        {TemplatesMenu::tr("&Class for Records"), at("record.py"), QStringLiteral("items.py")},
        {TemplatesMenu::tr("&Tests"), at("tests.py"), QStringLiteral("test_average.py")},
        {TemplatesMenu::tr("Table from a C&SV File"), at("table.py"), QStringLiteral("sums.py")},
        {TemplatesMenu::tr("&Database"), at("database.py"), QStringLiteral("tasks.py")},
        {TemplatesMenu::tr("&Web Server"), at("server.py"), QStringLiteral("server.py")}};
}

} // namespace

TemplatesMenu::TemplatesMenu(QMenu &menu, const QString &workspace, QObject *parent)
    : QObject(parent)
    , m_menu(menu)
    , m_folder(QDir(workspace).filePath(tr("Templates")))
{
    initTemplates();
    connect(&m_menu, &QMenu::aboutToShow, this, &TemplatesMenu::fill);
    fill(); // a menu without entries cannot be opened
}

void TemplatesMenu::fill()
{
    m_menu.clear();
    const QList<Template> templates = ownTemplates();
    for (const Template &each : templates) {
        connect(m_menu.addAction(each.label), &QAction::triggered, this, [this, each] {
            QFile file(each.resource);
            if (file.open(QIODevice::ReadOnly))
                Q_EMIT chosen(QString::fromUtf8(file.readAll()), each.name);
        });
    }
    m_menu.addSeparator();
    addOwn();
    connect(m_menu.addAction(tr("&Open the Folder of Your Templates")), &QAction::triggered, this,
            &TemplatesMenu::openFolder);
}

void TemplatesMenu::addOwn()
{
    const QFileInfoList files = QDir(m_folder).entryInfoList(QDir::Files | QDir::Readable, QDir::Name);
    for (const QFileInfo &file : files.mid(0, mostOwn)) {
        QString label = file.completeBaseName();
        label.replace(u'&', QStringLiteral("&&"));
        connect(m_menu.addAction(label), &QAction::triggered, this,
                [this, path = file.filePath(), name = file.fileName()] {
                    const Core::Result<Workspace::TextFile> read = Workspace::readTextFile(path);
                    if (read.ok())
                        Q_EMIT chosen(read.value().text, name);
                    else
                        Q_EMIT problemOccurred(read.error());
                });
    }
}

void TemplatesMenu::openFolder()
{
    if (!QDir().mkpath(m_folder) || !QDesktopServices::openUrl(QUrl::fromLocalFile(m_folder))) {
        Q_EMIT problemOccurred({Core::ErrorCode::Failed,
                                tr("Files in %1 are your templates. No file manager could be opened to show "
                                   "that folder.")
                                    .arg(m_folder)});
    }
}

} // namespace Skillet::Ui
