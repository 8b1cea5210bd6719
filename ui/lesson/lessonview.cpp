// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/lessonview.h"

#include "lesson/lessonbrowser.h"
#include "lesson/lessonlook.h"
#include "theme/emptystate.h"

#include <QDesktopServices>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Skillet::Ui {

namespace {

constexpr int settleMs = 400;

} // namespace

LessonView::LessonView(const Theme &theme, const CodeHighlighter &highlighter, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_highlighter(highlighter)
    , m_stack(new QStackedWidget(this))
    , m_browser(new LessonBrowser(theme, this))
    , m_footer(new QWidget(this))
    , m_previous(new QPushButton(m_footer))
    , m_next(new QPushButton(m_footer))
{
    m_previous->setText(tr("&Previous"));
    m_next->setLayoutDirection(isRightToLeft() ? Qt::LeftToRight : Qt::RightToLeft); // its arrow points on
    m_previous->setAccessibleName(tr("Previous lesson or exercise"));
    auto *footer = new QHBoxLayout(m_footer);
    footer->addWidget(m_previous);
    footer->addStretch(1);
    footer->addWidget(m_next);
    m_stack->addWidget(new EmptyState(theme, QStringLiteral("help-contents"), tr("Nothing is open here"),
                                      tr("Choose a lesson or an exercise in the roadmap."), this));
    m_stack->addWidget(m_browser);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_footer);
    setFocusProxy(m_browser);
    m_endTimer.setSingleShot(true);
    m_endTimer.setInterval(settleMs);
    connect(&m_endTimer, &QTimer::timeout, this, &LessonView::checkEnd);
    connect(m_browser->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { m_endTimer.start(); });
    connect(m_browser->verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] { m_endTimer.start(); });
    connect(m_browser, &QTextBrowser::anchorClicked, this, &LessonView::follow);
    connect(m_browser, &LessonBrowser::linkFocused, this, &LessonView::nameLink);
    connect(m_previous, &QPushButton::clicked, this, &LessonView::previousRequested);
    connect(m_next, &QPushButton::clicked, this, &LessonView::nextRequested);
    connect(&highlighter, &CodeHighlighter::changed, this, &LessonView::applyTheme);
    setNavigation(false, QString());
    applyTheme();
    showNothing();
}

void LessonView::showLesson(const QString &title, const QString &meta, const QString &markdown)
{
    present(Kind::Lesson, title, meta, markdown);
}

void LessonView::showTask(const QString &title, const QString &meta, const QString &markdown)
{
    present(Kind::Task, title, meta, markdown);
}

void LessonView::showNothing()
{
    m_kind = Kind::Nothing;
    m_blocks.clear();
    m_markdown.clear();
    m_browser->clear();
    m_stack->setCurrentIndex(0);
    m_footer->hide();
}

void LessonView::present(Kind kind, const QString &title, const QString &meta, const QString &markdown)
{
    m_kind = kind;
    m_title = title;
    m_meta = meta;
    m_markdown = markdown;
    m_endReached = false;
    m_browser->setAccessibleName(kind == Kind::Task ? tr("Task: %1").arg(title)
                                                    : tr("Lesson: %1").arg(title));
    m_browser->setImageFolder(m_imageFolder);
    m_browser->showHtml(renderCurrent());
    m_stack->setCurrentWidget(m_browser);
    m_footer->show();
    m_endTimer.start();
}

QString LessonView::renderCurrent()
{
    const MarkdownRenderer renderer(m_highlighter, lessonLook(m_theme), m_imageFolder);
    const RenderedMarkdown rendered = renderer.render(m_markdown);
    m_blocks = rendered.blocks;
    QString html;
    if (!m_meta.isEmpty())
        html += renderer.caption(m_meta);
    if (!rendered.beginsWithTitle)
        html += renderer.heading(1, m_title.toHtmlEscaped());
    return html + rendered.html;
}

void LessonView::setImageFolder(const QString &folder)
{
    m_imageFolder = folder;
}

void LessonView::setNavigation(bool hasPrevious, const QString &nextTitle)
{
    m_previous->setEnabled(hasPrevious);
    m_nextTitle = nextTitle;
    m_next->setEnabled(!nextTitle.isEmpty());
    m_next->setToolTip(nextTitle);
    m_next->setAccessibleName(nextTitle.isEmpty() ? tr("Next") : tr("Next: %1").arg(nextTitle));
    labelNext();
}

/// The title of what comes next, as far as there is room for it.
void LessonView::labelNext()
{
    if (m_nextTitle.isEmpty()) {
        m_next->setText(tr("&Next"));
        return;
    }
    const int room = width() - m_previous->sizeHint().width() - m_theme.scaled(140);
    if (room < m_theme.scaled(80)) {
        m_next->setText(tr("&Next")); // the pane may become narrower than a title
        return;
    }
    QString title = m_next->fontMetrics().elidedText(m_nextTitle, Qt::ElideRight, room);
    title.replace(u'&', QStringLiteral("&&"));
    m_next->setText(tr("&Next: %1").arg(title));
}

void LessonView::follow(const QUrl &link)
{
    const QString verb = link.path().section(u'/', 0, 0);
    if (link.scheme() != QLatin1String("skillet")) {
        QDesktopServices::openUrl(link); // the renderer lets only web and mail addresses through
        return;
    }
    bool isNumber = false;
    const int number = link.path().section(u'/', 1).toInt(&isNumber);
    if (!isNumber || number < 0 || number >= m_blocks.size())
        return;
    if (verb == QLatin1String("run") && m_blocks[number].runnable)
        Q_EMIT runRequested(m_blocks[number].code);
    else if (verb == QLatin1String("open"))
        Q_EMIT openInEditorRequested(m_blocks[number].code);
}

/// Tells screen readers what the link in focus does: "Run" alone does not say what is run.
void LessonView::nameLink(const QUrl &link)
{
    const int number = link.path().section(u'/', 1).toInt() + 1;
    if (link.isEmpty())
        m_browser->setAccessibleDescription(QString());
    else if (link.scheme() != QLatin1String("skillet"))
        m_browser->setAccessibleDescription(tr("Link to %1").arg(link.toDisplayString()));
    else if (link.path().startsWith(QLatin1String("run/")))
        m_browser->setAccessibleDescription(tr("Run example %1 at the prompt").arg(number));
    else
        m_browser->setAccessibleDescription(tr("Open example %1 in the editor").arg(number));
}

void LessonView::checkEnd()
{
    if (m_endReached || m_kind == Kind::Nothing || !m_browser->isVisible() || !m_browser->isAtEnd())
        return;
    m_endReached = true;
    Q_EMIT readToEnd();
}

bool LessonView::event(QEvent *event)
{
    if (event->type() == QEvent::Resize)
        labelNext();
    if (event->type() == QEvent::Show || event->type() == QEvent::Resize)
        m_endTimer.start();
    return QWidget::event(event);
}

void LessonView::rerender()
{
    if (m_kind != Kind::Nothing)
        m_browser->replaceHtml(renderCurrent());
}

void LessonView::applyTheme()
{
    const int space = m_theme.scaled(8);
    m_footer->layout()->setContentsMargins(2 * space, space, 2 * space, space);
    m_previous->setIcon(m_theme.icon(QStringLiteral("go-previous")));
    m_next->setIcon(m_theme.icon(QStringLiteral("go-next")));
    labelNext();
    rerender();
}

} // namespace Skillet::Ui
