// SPDX-License-Identifier: GPL-3.0-or-later
#include "traceback/explanationview.h"

#include "theme/rolelabel.h"
#include "traceback/suggestionlines.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStringList>
#include <QVBoxLayout>

namespace Skillet::Ui {

ExplanationView::ExplanationView(const Theme &theme, const CodeHighlighter &highlighter,
                                 const Runner::Explanation &explanation, Suggested suggested, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, theme.scaled(4), 0, theme.scaled(4));
    m_column->setSpacing(theme.scaled(6));
    if (!explanation.why.isEmpty()) {
        // General words are no reasons: they say of themselves what they are.
        if (!explanation.cause.isEmpty())
            addHeading(tr("Why here"));
        addText(explanation.why);
    }
    if (!explanation.tries.isEmpty())
        addTries(explanation.tries);
    if (!explanation.suggestion.isEmpty())
        addSuggestion(highlighter, explanation.suggestion, suggested);
}

void ExplanationView::addHeading(const QString &text)
{
    auto *label = new RoleLabel(m_theme, FontRole::InterfaceBold, ColorRole::Text, this);
    label->setText(text);
    if (m_column->count() > 0)
        m_column->addSpacing(m_theme.scaled(4));
    m_column->addWidget(label);
}

void ExplanationView::addText(const QString &text)
{
    auto *label = new RoleLabel(m_theme, FontRole::Interface, ColorRole::Text, this);
    label->setInlineText(text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_column->addWidget(label);
}

void ExplanationView::addTries(const QStringList &tries)
{
    addHeading(tr("Things to try"));
    for (const QString &text : tries) {
        auto *row = new QHBoxLayout;
        row->setContentsMargins(m_theme.scaled(4), 0, 0, 0);
        row->setSpacing(m_theme.scaled(8));
        auto *bullet = new RoleLabel(m_theme, FontRole::Interface, ColorRole::Muted, this);
        bullet->setText(QStringLiteral("\u2022"));
        bullet->setAlignment(Qt::AlignTop);
        row->addWidget(bullet);
        auto *label = new RoleLabel(m_theme, FontRole::Interface, ColorRole::Text, this);
        label->setInlineText(text);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        row->addWidget(label, 1);
        m_column->addLayout(row);
    }
}

void ExplanationView::addSuggestion(const CodeHighlighter &highlighter, const Runner::Suggestion &suggestion,
                                    Suggested suggested)
{
    addHeading(suggestion.after.isEmpty() ? tr("Line %1 could go").arg(suggestion.line)
                                          : tr("Line %1 could be").arg(suggestion.line));
    m_column->addWidget(new SuggestionLines(m_theme, highlighter, suggestion, this));
    if (suggested == Suggested::Shown)
        return;
    auto *row = new QHBoxLayout;
    m_take = new QPushButton(tr("P&ut It in the File"), this);
    m_take->setToolTip(tr("Change the line in the editor; Undo brings the old one back"));
    m_take->setAccessibleDescription(m_take->toolTip());
    connect(m_take, &QPushButton::clicked, this, &ExplanationView::suggestionAccepted);
    row->addWidget(m_take);
    row->addStretch(1);
    m_column->addLayout(row);
    if (suggested == Suggested::Taken)
        markTaken();
}

void ExplanationView::markTaken()
{
    if (!m_take)
        return;
    m_take->setText(tr("It Is in the File"));
    m_take->setEnabled(false);
}

QString whatHappened(const Runner::Explanation &explanation)
{
    return explanation.mustSayMay()
        ? QCoreApplication::translate("Skillet::Ui::ExplanationView", "This may be what happened: %1")
              .arg(explanation.title)
        : explanation.title;
}

QString explanationAsText(const Runner::Explanation &explanation)
{
    QStringList lines{whatHappened(explanation)};
    if (!explanation.why.isEmpty())
        lines.append(explanation.why);
    for (const QString &text : explanation.tries)
        lines.append(QLatin1String("- ") + text);
    const Runner::Suggestion &suggestion = explanation.suggestion;
    if (!suggestion.isEmpty()) {
        lines.append(QCoreApplication::translate("Skillet::Ui::ExplanationView", "Line %1 could be:")
                         .arg(suggestion.line));
        lines.append(suggestion.after);
    }
    return lines.join(u'\n') + u'\n';
}

QString explanationAsMarkdown(const Runner::Explanation &explanation)
{
    QString text = whatHappened(explanation) + QLatin1String("\n\n");
    if (!explanation.why.isEmpty())
        text += explanation.why + QLatin1String("\n\n");
    for (const QString &line : explanation.tries)
        text += QLatin1String("- ") + line + u'\n';
    const Runner::Suggestion &suggestion = explanation.suggestion;
    if (!suggestion.isEmpty()) {
        text += u'\n'
            + QCoreApplication::translate("Skillet::Ui::ExplanationView", "Line %1 could be:")
                  .arg(suggestion.line)
            + QLatin1String("\n\n```python\n") + suggestion.after + QLatin1String("\n```\n");
    }
    return text;
}

} // namespace Skillet::Ui
