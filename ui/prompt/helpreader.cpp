// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/helpreader.h"

#include "find/searchstrip.h"
#include "prompt/textfind.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Skillet::Ui {

namespace {

constexpr int NarrowestWithKeys = 480;

} // namespace

HelpReader::HelpReader(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_page(new QLabel(this))
    , m_keys(new QLabel(tr("Space: next page, b: back, /: find, q: close"), this))
    , m_close(new QToolButton(this))
    , m_text(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("helpReader"));
    setAutoFillBackground(true);
    m_title->setTextFormat(Qt::PlainText);
    m_close->setIcon(m_theme.icon(QStringLiteral("dialog-close")));
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Close"));
    m_close->setToolTip(tr("Close (q or Esc)"));
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_strip = new SearchStrip(theme, tr("Find in this text"), this);
    m_find = new TextFind(*m_text, *m_strip, theme,
                          [this](const TextFind::Marks &marks) { m_text->setExtraSelections(marks); });
    m_find->setParent(this);
    auto *row = new QHBoxLayout;
    row->addWidget(m_title, 1);
    row->addWidget(m_keys);
    row->addWidget(m_page);
    row->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_text, 1);
    column->addWidget(m_strip);
    setFocusProxy(m_text);
    m_text->installEventFilter(this);
    parent->installEventFilter(this);
    connect(m_close, &QToolButton::clicked, this, &HelpReader::close);
    connect(m_text->verticalScrollBar(), &QScrollBar::valueChanged, this, &HelpReader::tellPage);
    connect(m_text->verticalScrollBar(), &QScrollBar::rangeChanged, this, &HelpReader::tellPage);
    connect(&m_theme, &Theme::changed, this, &HelpReader::applyTheme);
    applyTheme();
    hide();
}

HelpReader::~HelpReader() = default;

void HelpReader::applyTheme()
{
    const int space = m_theme.scaled(4);
    layout()->setContentsMargins(3 * space, space, 0, 0);
    m_title->setFont(m_theme.font(FontRole::InterfaceBold));
    for (QLabel *label : {m_page, m_keys})
        label->setFont(m_theme.font(FontRole::InterfaceSmall));
    m_page->setMargin(space);
    m_keys->setMargin(space);
    m_text->setFont(m_theme.font(FontRole::Code));
    QPalette colors = palette();
    colors.setColor(QPalette::Window, m_theme.color(ColorRole::Surface));
    colors.setColor(QPalette::Base, m_theme.color(ColorRole::Surface));
    colors.setColor(QPalette::Text, m_theme.color(ColorRole::Text));
    colors.setColor(QPalette::WindowText, m_theme.color(ColorRole::Text));
    colors.setColor(QPalette::Highlight, m_theme.color(ColorRole::Selection));
    colors.setColor(QPalette::HighlightedText, m_theme.color(ColorRole::Text));
    setPalette(colors);
    m_text->setPalette(colors);
    QPalette quiet = colors;
    quiet.setColor(QPalette::WindowText, m_theme.color(ColorRole::Muted));
    m_page->setPalette(quiet);
    m_keys->setPalette(quiet);
}

void HelpReader::showText(const QString &title, const QString &text)
{
    m_strip->hide();
    m_title->setText(title);
    m_text->setAccessibleName(title);
    m_text->setPlainText(text.isEmpty()
                             ? tr("There is no help on %1. Is it spelled as in your program? Names that "
                                  "come from a module need its import first.")
                                   .arg(title)
                             : text);
    m_text->moveCursor(QTextCursor::Start);
    setGeometry(parentWidget()->rect());
    show();
    raise();
    m_text->setFocus(Qt::OtherFocusReason);
    tellPage();
}

void HelpReader::goToEnd()
{
    m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->maximum());
}

void HelpReader::close()
{
    if (isHidden())
        return;
    hide();
    m_text->clear();
    Q_EMIT closed();
}

int HelpReader::pages() const
{
    const QScrollBar *bar = m_text->verticalScrollBar();
    const int step = std::max(bar->pageStep(), 1);
    return 1 + (bar->maximum() + step - 1) / step;
}

int HelpReader::page() const
{
    const QScrollBar *bar = m_text->verticalScrollBar();
    const int step = std::max(bar->pageStep(), 1);
    return bar->value() >= bar->maximum() ? pages() : 1 + bar->value() / step;
}

void HelpReader::tellPage()
{
    // In a narrow pane the title needs the room; the keys are in every pager.
    m_keys->setVisible(width() >= m_theme.scaled(NarrowestWithKeys));
    m_page->setText(tr("Page %1 of %2").arg(page()).arg(pages()));
}

void HelpReader::turn(int pages)
{
    QScrollBar *bar = m_text->verticalScrollBar();
    bar->setValue(bar->value() + pages * bar->pageStep());
}

bool HelpReader::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize) {
        setGeometry(parentWidget()->rect());
        tellPage();
    } else if (watched == m_text
               && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (event->type() == QEvent::KeyPress)
            return handleKey(key->key(), key->modifiers());
        const bool ours = key->key() == Qt::Key_Escape
            || (key->key() == Qt::Key_F && key->modifiers() == Qt::ControlModifier);
        if (ours)
            event->accept();
        return ours;
    }
    return QFrame::eventFilter(watched, event);
}

bool HelpReader::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    QScrollBar *bar = m_text->verticalScrollBar();
    const bool control = modifiers.testFlag(Qt::ControlModifier);
    if (key == Qt::Key_Escape || (key == Qt::Key_Q && !control))
        close();
    else if (key == Qt::Key_Slash || (key == Qt::Key_F && control))
        m_find->open();
    else if (key == Qt::Key_Space || key == Qt::Key_PageDown)
        turn(modifiers.testFlag(Qt::ShiftModifier) ? -1 : 1);
    else if (key == Qt::Key_B || key == Qt::Key_PageUp)
        turn(-1);
    else if (key == Qt::Key_Home)
        bar->setValue(0);
    else if (key == Qt::Key_End)
        bar->setValue(bar->maximum());
    else if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_Return)
        bar->setValue(bar->value() + (key == Qt::Key_Up ? -1 : 1));
    else
        return false;
    return true;
}

} // namespace Skillet::Ui
