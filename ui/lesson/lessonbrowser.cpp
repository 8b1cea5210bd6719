// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/lessonbrowser.h"

#include <QAbstractTextDocumentLayout>
#include <QFontMetrics>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocumentFragment>
#include <QTextFrame>
#include <QWheelEvent>

#include <algorithm>

namespace Skillet::Ui {

namespace {

// 72 characters as they come in prose: what an average character is wide depends on the font's whole
// repertoire.
constexpr QStringView longestLine =
    u"Lines of a text are easy to read as long as they are not too long for us";
constexpr int imageSide = 16;
constexpr int indent = 24; // of lists

} // namespace

LessonBrowser::LessonBrowser(const Theme &theme, QWidget *parent)
    : QTextBrowser(parent)
    , m_theme(theme)
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setFrameShape(QFrame::NoFrame);
    setUndoRedoEnabled(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setTextInteractionFlags(Qt::TextBrowserInteraction);
    setAccessibleName(tr("Lesson"));
    connect(&theme, &Theme::changed, this, &LessonBrowser::applyTheme);
    applyTheme();
}

void LessonBrowser::applyTheme()
{
    QPalette colors = palette();
    colors.setColor(QPalette::Base, m_theme.color(ColorRole::Surface));
    colors.setColor(QPalette::Text, m_theme.color(ColorRole::Text));
    setPalette(colors);
    document()->setDefaultFont(m_theme.font(FontRole::Lesson));
}

void LessonBrowser::showHtml(const QString &html)
{
    document()->setDefaultFont(m_theme.font(FontRole::Lesson));
    document()->setIndentWidth(m_theme.scaled(indent));
    setHtml(html);
    adjustFormats();
    m_columnMargin = -1;
    setColumn();
    verticalScrollBar()->setValue(0);
}

void LessonBrowser::replaceHtml(const QString &html)
{
    // The text stays the same, so a position in it outlives the change of all sizes.
    const QPoint corner(viewport()->width() / 2, 1);
    const int position = cursorForPosition(corner).position();
    const bool atTop = verticalScrollBar()->value() == 0;
    showHtml(html);
    if (atTop)
        return;
    QTextCursor cursor(document());
    cursor.setPosition(std::min(position, std::max(0, document()->characterCount() - 1)));
    const QRect place = cursorRect(cursor);
    verticalScrollBar()->setValue(verticalScrollBar()->value() + place.top());
}

/// What HTML cannot say. Qt scales headings by their level whatever size the text asks for; here the asked
/// one counts. Code is drawn without ligatures, as in the editor.
void LessonBrowser::adjustFormats()
{
    const QString codeFamily = m_theme.font(FontRole::Code).family();
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const bool isHeading = block.blockFormat().headingLevel() != 0;
        QList<QTextFragment> fragments;
        for (auto it = block.begin(); !it.atEnd(); ++it)
            fragments.append(it.fragment());
        for (const QTextFragment &fragment : std::as_const(fragments)) {
            QTextCharFormat format = fragment.charFormat();
            if (isHeading)
                format.clearProperty(QTextFormat::FontSizeAdjustment);
            if (format.font().families().contains(codeFamily))
                format.setFontStyleStrategy(QFont::PreferNoShaping);
            if (format == fragment.charFormat())
                continue;
            cursor.setPosition(fragment.position());
            cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
            cursor.setCharFormat(format);
        }
    }
    cursor.endEditBlock();
}

bool LessonBrowser::isAtEnd() const
{
    const QScrollBar *bar = verticalScrollBar();
    return bar->value() >= bar->maximum();
}

/// Margins at both sides keep the lines short enough to read; in narrow panes they shrink.
void LessonBrowser::setColumn()
{
    const QFontMetrics metrics(m_theme.font(FontRole::Lesson));
    const int column = metrics.horizontalAdvance(longestLine.toString());
    const int least = m_theme.scaled(viewport()->width() < m_theme.scaled(480) ? 12 : 24);
    const int margin = std::max(least, (viewport()->width() - column) / 2);
    if (margin == m_columnMargin)
        return;
    m_columnMargin = margin;
    QTextFrameFormat format = document()->rootFrame()->frameFormat();
    format.setLeftMargin(margin);
    format.setRightMargin(margin);
    format.setTopMargin(m_theme.scaled(20));
    format.setBottomMargin(m_theme.scaled(24));
    document()->rootFrame()->setFrameFormat(format);
}

bool LessonBrowser::focusNextPrevChild(bool next)
{
    const bool stays = QTextBrowser::focusNextPrevChild(next);
    QTextCursor cursor = textCursor();
    QString link;
    if (stays && cursor.hasSelection()) {
        cursor.setPosition(cursor.selectionStart() + 1); // a character's format is that before the cursor
        link = cursor.charFormat().anchorHref();
    }
    Q_EMIT linkFocused(QUrl(link));
    return stays;
}

void LessonBrowser::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    setColumn();
}

void LessonBrowser::wheelEvent(QWheelEvent *event)
{
    // The window zooms everything together.
    if (event->modifiers().testFlag(Qt::ControlModifier))
        event->ignore();
    else
        QTextBrowser::wheelEvent(event);
}

QVariant LessonBrowser::loadResource(int type, const QUrl &name)
{
    if (type != QTextDocument::ImageResource || name.scheme() != QLatin1String("skillet"))
        return {};
    const QString kind = name.path().section(u'/', 0, 0);
    const QString what = name.path(QUrl::FullyDecoded).section(u'/', 1);
    if (kind == QLatin1String("icon")) {
        const int side = m_theme.scaled(imageSide);
        return m_theme.icon(what, ColorRole::Accent).pixmap(QSize(side, side), devicePixelRatioF());
    }
    if (kind == QLatin1String("image") && !what.contains(u'/') && !m_imageFolder.isEmpty())
        return QImage(m_imageFolder + u'/' + what);
    return {};
}

QMimeData *LessonBrowser::createMimeDataFromSelection() const
{
    // Code is pasted into the prompt or an editor: plain text, without the pictures' placeholders.
    QString text = textCursor().selection().toPlainText();
    text.remove(QChar(QChar::ObjectReplacementCharacter));
    text.replace(QChar(QChar::Nbsp), u' ');
    auto *mime = new QMimeData;
    mime->setText(text);
    return mime;
}

} // namespace Skillet::Ui
