// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/noticebar.h"

#include "theme/reading.h"
#include "theme/rolelabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace Skillet::Ui {

namespace {

struct Look
{
    const char *icon;
    ColorRole strong;
    ColorRole soft;
};

Look lookOf(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::Success:
        return {"checkmark", ColorRole::Ok, ColorRole::OkSoft};
    case NoticeKind::Warning:
        return {"dialog-warning", ColorRole::Warn, ColorRole::WarnSoft};
    case NoticeKind::Error:
        return {"dialog-error", ColorRole::Error, ColorRole::ErrorSoft};
    case NoticeKind::Information:
        break;
    }
    return {"dialog-information", ColorRole::Accent, ColorRole::AccentSoft};
}

} // namespace

NoticeBar::NoticeBar(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_icon(new RoleLabel(theme, FontRole::Interface, ColorRole::Accent, this))
    , m_text(new RoleLabel(theme, FontRole::Interface, ColorRole::Text, this))
    , m_count(new RoleLabel(theme, FontRole::InterfaceSmall, ColorRole::Muted, this))
    , m_action(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setAutoRaise(true);
    m_close->setIcon(theme.icon(QStringLiteral("window-close")));
    m_close->setFocusPolicy(Qt::StrongFocus);
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));
    connect(m_close, &QToolButton::clicked, this, &NoticeBar::closeCurrent);
    connect(m_action, &QPushButton::clicked, this, &NoticeBar::chooseAction);

    auto *row = new QHBoxLayout(this);
    row->addWidget(m_icon, 0, Qt::AlignVCenter);
    row->addWidget(m_text, 1, Qt::AlignVCenter);
    row->addWidget(m_count, 0, Qt::AlignVCenter);
    row->addWidget(m_action, 0, Qt::AlignVCenter);
    row->addWidget(m_close, 0, Qt::AlignVCenter);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(&theme, &Theme::changed, this, &NoticeBar::restyle);
    restyle();
    hide();
}

void NoticeBar::post(const Notice &notice)
{
    const auto same = std::ranges::find_if(m_notices, [&](const Notice &other) {
        return notice.id.isEmpty() ? other.text == notice.text : other.id == notice.id;
    });
    if (same != m_notices.end()) {
        *same = notice;
    } else {
        m_notices.append(notice);
    }
    showCurrent();
}

void NoticeBar::withdraw(const QString &id)
{
    m_notices.removeIf([&](const Notice &notice) { return notice.id == id; });
    showCurrent();
}

qsizetype NoticeBar::count() const
{
    return m_notices.size();
}

void NoticeBar::paintEvent(QPaintEvent * /*event*/)
{
    if (m_notices.isEmpty()) {
        return;
    }
    const Look look = lookOf(m_notices.first().kind);
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(look.soft));
    painter.fillRect(0, 0, m_theme.scaled(4), height(), m_theme.color(look.strong));
    painter.fillRect(0, height() - 1, width(), 1, m_theme.color(ColorRole::Border));
}

void NoticeBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        closeCurrent();
    } else {
        QFrame::keyPressEvent(event);
    }
}

void NoticeBar::closeCurrent()
{
    if (!m_notices.isEmpty()) {
        m_notices.removeFirst();
        showCurrent();
    }
}

void NoticeBar::chooseAction()
{
    if (m_notices.isEmpty()) {
        return;
    }
    const QString id = m_notices.first().id;
    closeCurrent();
    Q_EMIT actionChosen(id);
}

void NoticeBar::showCurrent()
{
    setVisible(!m_notices.isEmpty());
    if (m_notices.isEmpty()) {
        return;
    }
    const Notice &notice = m_notices.first();
    const Look look = lookOf(notice.kind);
    m_icon->setColorRole(look.strong);
    m_icon->setIcon(QLatin1String(look.icon), 22);
    const bool news = m_text->text() != notice.text;
    m_text->setText(notice.text);
    m_count->setText(tr("1 of %1").arg(m_notices.size()));
    m_count->setVisible(m_notices.size() > 1);
    m_action->setText(notice.actionText);
    m_action->setVisible(!notice.actionText.isEmpty());
    setAccessibleName(notice.text);
    update();
    if (news)
        announce(*this);
}

void NoticeBar::restyle()
{
    const int gap = m_theme.scaled(8);
    layout()->setContentsMargins(m_theme.scaled(16), gap, gap, gap);
    layout()->setSpacing(m_theme.scaled(12));
}

} // namespace Skillet::Ui
