// SPDX-License-Identifier: GPL-3.0-or-later
#include "assist/calltip.h"

#include <QLabel>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace Skillet::Ui {

namespace {

constexpr int WidestTip = 620;
/// A signature may be as long as a program likes.
constexpr int MostCharacters = 1200;

int textWidth(QLabel &label, int most)
{
    label.setWordWrap(false);
    const int natural = label.sizeHint().width();
    label.setWordWrap(natural > most);
    return std::min(natural, most);
}

} // namespace

CallTip::CallTip(const Theme &theme, QWidget *owner)
    : AssistFrame(theme, owner)
    , m_words(new QLabel(this))
    , m_about(new QLabel(this))
{
    setObjectName(QStringLiteral("callTip"));
    setAccessibleName(tr("What the call takes"));
    m_words->setTextFormat(Qt::RichText);
    m_about->setTextFormat(Qt::PlainText);
    auto *column = new QVBoxLayout(this);
    column->setSizeConstraint(QLayout::SetNoConstraint);
    column->addWidget(m_words);
    column->addWidget(m_about);
}

void CallTip::showTip(const Runner::CallTip &tip, const QRect &line, int left)
{
    m_signature = tip.signature.left(MostCharacters);
    const int length = static_cast<int>(m_signature.size());
    const int from = std::clamp(tip.activeFrom, 0, length);
    const int to = std::clamp(tip.activeTo, from, length);
    m_active = m_signature.mid(from, to - from);
    QString words = m_signature.left(from).toHtmlEscaped();
    if (!m_active.isEmpty())
        words += QStringLiteral("<b><u>%1</u></b>").arg(m_active.toHtmlEscaped());
    words += m_signature.mid(to).toHtmlEscaped();

    const int gap = theme().scaled(6);
    layout()->setContentsMargins(gap, gap / 2, gap, gap / 2);
    layout()->setSpacing(gap / 2);
    m_words->setFont(theme().font(FontRole::Code));
    m_words->setText(words);
    m_about->setFont(theme().font(FontRole::InterfaceSmall));
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, theme().color(ColorRole::Muted));
    m_about->setPalette(quiet);
    m_about->setText(tip.documentation.left(MostCharacters));
    m_about->setVisible(!tip.documentation.isEmpty());
    setAccessibleDescription(m_signature + u'\n' + tip.documentation.left(MostCharacters));

    const QRect screen = parentWidget()->screen()->availableGeometry();
    const int most = std::min(theme().scaled(WidestTip), screen.width() - 2 * gap - 2);
    int width = textWidth(*m_words, most);
    if (!m_about->isHidden())
        width = std::max(width, textWidth(*m_about, most));
    const auto height = [width](const QLabel *label) {
        return label->wordWrap() ? label->heightForWidth(width) : label->sizeHint().height();
    };
    const int about = m_about->isHidden() ? 0 : height(m_about) + gap / 2;
    resize(width + 2 * gap + 2, height(m_words) + about + gap + 2);
    place(line, left - gap - 1, Side::Above);
}

} // namespace Skillet::Ui
