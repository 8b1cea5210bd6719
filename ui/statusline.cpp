// SPDX-License-Identifier: GPL-3.0-or-later
#include "statusline.h"

#include "theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QStatusBar>

namespace Skillet::Ui {

namespace {

/// A run that is over sooner is not told of: the line would only flicker, and a new text lays out the window
/// while the prompt has something to show.
constexpr int NoticeableMs = 150;

} // namespace

StatusLine::StatusLine(QStatusBar &bar, const Theme &theme, QObject *parent)
    : QObject(parent)
    , m_bar(bar)
    , m_theme(theme)
    , m_words(new QLabel(&bar))
    , m_interpreter(addPart(tr("Interpreter")))
    , m_progress(addPart(tr("Progress")))
    , m_minutes(addPart(tr("Minutes today")))
    , m_position(addPart(tr("Caret position")))
{
    m_bar.setSizeGripEnabled(false);
    m_bar.setMinimumWidth(1); // or its words would keep the window wider than a small screen
    m_bar.installEventFilter(this);
    m_bar.insertWidget(0, m_words, 1);
    m_words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // takes the room there is
    m_words->setTextFormat(Qt::PlainText);
    m_words->installEventFilter(this);
    connect(&m_theme, &Theme::changed, this, &StatusLine::restyle);
    restyle();
    m_noticeable.setSingleShot(true);
    m_noticeable.setInterval(NoticeableMs);
    connect(&m_noticeable, &QTimer::timeout, this, &StatusLine::showInterpreter);
    m_yielding = {m_position, m_interpreter, m_minutes, m_progress};
    setState(Runner::SessionState::Stopped, 0);
    showInterpreter();
    setMinutesToday(0);
    hidePosition();
}

QLabel *StatusLine::addPart(const QString &name)
{
    auto *label = new QLabel(&m_bar);
    label->setAccessibleName(name);
    m_bar.addPermanentWidget(label);
    return label;
}

void StatusLine::restyle()
{
    for (QLabel *label : {m_words, m_interpreter, m_progress, m_minutes, m_position}) {
        label->setFont(m_theme.font(FontRole::InterfaceSmall));
        label->setContentsMargins(m_theme.scaled(8), 0, m_theme.scaled(8), 0);
    }
}

void StatusLine::setWords(const QString &words)
{
    m_wholeWords = words;
    m_wholeWords.remove(u'`');
    m_words->setAccessibleName(m_wholeWords);
    m_words->setToolTip(m_wholeWords);
    fitWords();
}

/// What matters least goes first where there is no room.
void StatusLine::fitParts()
{
    int needed = 0;
    const QList<QWidget *> children = m_bar.findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    for (const QWidget *child : children) {
        if (child != m_words && !child->isHidden() && !m_yielding.contains(child))
            needed += child->sizeHint().width() + m_theme.scaled(8);
    }
    for (QLabel *part : m_yielding) {
        needed += part->sizeHint().width() + m_theme.scaled(8);
        part->setVisible(needed <= m_bar.width() && !part->text().isEmpty());
    }
}

void StatusLine::fitWords()
{
    const int width = m_words->contentsRect().width();
    m_words->setText(m_words->fontMetrics().elidedText(m_wholeWords, Qt::ElideRight, width));
}

bool StatusLine::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == &m_bar)
        fitParts();
    else if (event->type() == QEvent::Resize && !m_wholeWords.isEmpty())
        fitWords();
    return QObject::eventFilter(watched, event);
}

void StatusLine::setInterpreter(const QString &version)
{
    if (m_version == version) {
        return;
    }
    m_version = version;
    showInterpreter();
}

void StatusLine::setState(Runner::SessionState state, qint64 memory)
{
    switch (state) {
    case Runner::SessionState::Stopped:
        m_activity = tr("not running");
        break;
    case Runner::SessionState::Starting:
        m_activity = tr("starting");
        break;
    case Runner::SessionState::Idle:
        m_activity = tr("ready");
        break;
    case Runner::SessionState::Running:
        m_activity = tr("running");
        break;
    case Runner::SessionState::WaitingInput:
        m_activity = tr("waits for your input");
        break;
    case Runner::SessionState::Stopping:
        m_activity = tr("stopping");
        break;
    }
    m_memory = memory;
    if (!m_noticeable.isActive()) {
        m_noticeable.start();
    }
}

void StatusLine::showInterpreter()
{
    QStringList parts{m_version.isEmpty() ? tr("Python") : tr("Python %1").arg(m_version), m_activity};
    if (m_memory > 0) {
        parts.append(tr("%1 MB").arg((m_memory + 500'000) / 1'000'000));
    }
    m_noticeable.stop();
    // A new text lays out the whole window again.
    const QString text = parts.join(QStringLiteral(" · "));
    if (text != m_interpreter->text()) {
        m_interpreter->setText(text);
    }
}

void StatusLine::setProgress(const StageProgress &progress)
{
    m_progress->setText(
        progress.number > 0
            ? tr("Stage %1: %2 of %3").arg(progress.number).arg(progress.done).arg(progress.total)
            : QString());
    fitParts();
}

void StatusLine::setMinutesToday(int minutes)
{
    m_minutes->setText(tr("today %n min", nullptr, minutes));
    fitParts();
}

void StatusLine::setPosition(int line, int column)
{
    m_position->setText(tr("Ln %1, Col %2").arg(line).arg(column));
    fitParts();
}

void StatusLine::hidePosition()
{
    m_position->clear();
    fitParts();
}

} // namespace Skillet::Ui
