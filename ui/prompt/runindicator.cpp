// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/runindicator.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace Skillet::Ui {

namespace {

constexpr int NoticeableMs = 400;
constexpr int TickMs = 200;

} // namespace

RunIndicator::RunIndicator(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("runIndicator"));
    m_label = new QLabel(this);
    m_stop = new QPushButton(tr("Stop"), this);
    m_stop->setAccessibleName(tr("Stop the running program"));
    m_stop->setToolTip(tr("Stop the running program (Ctrl+C in the prompt)"));
    // The caret stays in the prompt; Ctrl+C is the way by keyboard.
    m_stop->setFocusPolicy(Qt::NoFocus);
    m_stop->setCursor(Qt::ArrowCursor);
    setCursor(Qt::ArrowCursor);
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_label);
    row->addWidget(m_stop);
    hide();
    m_tick.setInterval(TickMs);
    connect(&m_tick, &QTimer::timeout, this, &RunIndicator::showState);
    connect(m_stop, &QPushButton::clicked, this, &RunIndicator::stopRequested);
    connect(&theme, &Theme::changed, this, &RunIndicator::applyTheme);
    applyTheme();
}

void RunIndicator::applyTheme()
{
    m_stop->setIcon(m_theme.icon(QStringLiteral("media-playback-stop"), ColorRole::Error));
    layout()->setContentsMargins(m_theme.scaled(12), m_theme.scaled(4), m_theme.scaled(4), m_theme.scaled(4));
    layout()->setSpacing(m_theme.scaled(12));
    m_label->setFont(m_theme.font(FontRole::InterfaceSmall));
    m_stop->setFont(m_theme.font(FontRole::InterfaceSmall));
    setStyleSheet(
        QStringLiteral("#runIndicator { background: %1; border: 1px solid %2; border-radius: %3px; }")
            .arg(m_theme.color(ColorRole::Ground).name(), m_theme.color(ColorRole::Border).name())
            .arg(m_theme.scaled(6)));
    place(m_rightMargin);
}

void RunIndicator::begin()
{
    m_stopping = false;
    m_stop->setEnabled(true);
    m_clock.start();
    m_tick.start();
}

void RunIndicator::end()
{
    m_tick.stop();
    hide();
}

void RunIndicator::setWaiting(int runs)
{
    m_waiting = runs;
}

void RunIndicator::setStopping()
{
    m_stopping = true;
    m_stop->setEnabled(false);
    if (m_tick.isActive())
        showState();
}

void RunIndicator::showState()
{
    if (m_clock.elapsed() < NoticeableMs && !m_stopping)
        return;
    QString text = m_stopping ? tr("Stopping") : tr("Running, %1 s").arg(m_clock.elapsed() / 1000);
    if (m_waiting > 0)
        text += QStringLiteral(" \u00b7 ") + tr("%1 waiting").arg(m_waiting);
    if (m_label->text() != text || !isVisible()) {
        m_label->setText(text);
        show();
        raise();
        place(m_rightMargin);
    }
}

void RunIndicator::place(int rightMargin)
{
    m_rightMargin = rightMargin;
    adjustSize();
    const int gap = m_theme.scaled(8);
    move(parentWidget()->width() - rightMargin - width() - gap, gap);
}

} // namespace Skillet::Ui
