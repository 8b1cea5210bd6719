// SPDX-License-Identifier: GPL-3.0-or-later
#include "fileformatcontroller.h"

#include "actions.h"
#include "editor/editorarea.h"
#include "editor/editorpage.h"
#include "theme/theme.h"

#include <QAction>
#include <QMenu>
#include <QStatusBar>
#include <QToolButton>

#include <functional>

namespace Skillet::Ui {

namespace {

using Workspace::LineEnding;

QString endingName(LineEnding ending)
{
    switch (ending) {
    case LineEnding::Lf:
        break;
    case LineEnding::CrLf:
        return QStringLiteral("CRLF");
    case LineEnding::Cr:
        return QStringLiteral("CR");
    }
    return QStringLiteral("LF");
}

} // namespace

FileFormatController::FileFormatController(EditorArea &area, QStatusBar &bar, const Theme &theme,
                                           const Actions &actions, QMenu &menu, QObject *parent)
    : QObject(parent)
    , m_area(area)
    , m_theme(theme)
    , m_actions(actions)
    , m_button(new QToolButton(&bar))
{
    m_button->setObjectName(QStringLiteral("fileFormat"));
    m_button->setAutoRaise(true);
    // Not its own menu: the arrow for that would say nothing the click does not.
    connect(m_button, &QToolButton::clicked, &menu,
            [this, &menu] { menu.popup(m_button->mapToGlobal(QPoint(0, -menu.sizeHint().height()))); });
    m_button->setFocusPolicy(Qt::TabFocus);
    bar.addPermanentWidget(m_button);
    const auto restyle = [this] { m_button->setFont(m_theme.font(FontRole::InterfaceSmall)); };
    connect(&m_theme, &Theme::changed, m_button, restyle);
    restyle();
    connectActions();
    connect(&m_area, &EditorArea::currentChanged, this, &FileFormatController::follow);
    follow();
}

void FileFormatController::connectActions()
{
    const auto add = [this](ActionId id, const std::function<void(EditorPage &)> &command) {
        connect(m_actions[id], &QAction::triggered, this, [this, command] {
            if (EditorPage *page = m_area.currentPage())
                command(*page);
            show();
        });
    };
    add(ActionId::IndentWithSpaces, [](EditorPage &page) { page.convertIndentation(IndentWith::Spaces); });
    add(ActionId::IndentWithTabs, [](EditorPage &page) { page.convertIndentation(IndentWith::Tabs); });
    add(ActionId::EndLinesUnix, [](EditorPage &page) { page.setLineEnding(LineEnding::Lf); });
    add(ActionId::EndLinesWindows, [](EditorPage &page) { page.setLineEnding(LineEnding::CrLf); });
    add(ActionId::EndLinesOldMac, [](EditorPage &page) { page.setLineEnding(LineEnding::Cr); });
    add(ActionId::WithoutMark, [](EditorPage &page) { page.setByteOrderMark(false); });
    add(ActionId::WithMark, [](EditorPage &page) { page.setByteOrderMark(true); });
}

void FileFormatController::follow()
{
    disconnect(m_followed);
    if (const EditorPage *page = m_area.currentPage())
        m_followed = connect(page, &EditorPage::stateChanged, this, &FileFormatController::show);
    show();
}

void FileFormatController::show()
{
    const EditorPage *page = m_area.currentPage();
    m_button->setVisible(page != nullptr);
    const bool mayChange = page != nullptr && !page->isReadOnly();
    for (const ActionId id :
         {ActionId::IndentWithSpaces, ActionId::IndentWithTabs, ActionId::EndLinesUnix,
          ActionId::EndLinesWindows, ActionId::EndLinesOldMac, ActionId::WithoutMark, ActionId::WithMark})
        m_actions[id]->setEnabled(mayChange);
    if (page == nullptr)
        return;
    const IndentationUse use = indentationUse(page->editor()->firstLines(linesToLookAt), page->isPython());
    const bool tabs = page->editor()->indentationsUseTabs();
    const Workspace::TextFile format = page->format();
    QString encoding = QString::fromLatin1(format.encoding).toUpper();
    if (format.byteOrderMark)
        encoding = tr("UTF-8 with BOM");
    const QString indent = use.isMixed() ? tr("tabs and spaces") : tabs ? tr("tabs") : tr("spaces");
    m_button->setText(
        QStringList{indent, endingName(format.lineEnding), encoding}.join(QStringLiteral(" · ")));
    m_button->setAccessibleName(tr("File format: indented with %1, lines end in %2, %3")
                                    .arg(indent, endingName(format.lineEnding), encoding));
    m_button->setToolTip(tr("How this file is written: indentation, line ends, encoding"));
    m_actions[ActionId::IndentWithSpaces]->setChecked(!tabs);
    m_actions[ActionId::IndentWithTabs]->setChecked(tabs);
    m_actions[ActionId::EndLinesUnix]->setChecked(format.lineEnding == LineEnding::Lf);
    m_actions[ActionId::EndLinesWindows]->setChecked(format.lineEnding == LineEnding::CrLf);
    m_actions[ActionId::EndLinesOldMac]->setChecked(format.lineEnding == LineEnding::Cr);
    // A file that names another encoding is left to that name.
    const bool isUtf8 = format.encoding == "utf-8";
    m_actions[ActionId::WithMark]->setEnabled(mayChange && isUtf8);
    m_actions[ActionId::WithoutMark]->setEnabled(mayChange && isUtf8);
    m_actions[ActionId::WithMark]->setChecked(format.byteOrderMark);
    m_actions[ActionId::WithoutMark]->setChecked(isUtf8 && !format.byteOrderMark);
}

} // namespace Skillet::Ui
