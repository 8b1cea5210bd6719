// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "highlighting/codehighlighter.h"
#include "incident/comparison.h"
#include "theme/theme.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace Skillet::Ui {

class RoleLabel;

/// What changed since the last error of the same kind, in a few lines.
class ComparisonView final : public QWidget
{
    Q_OBJECT

public:
    /// `earlier`: how long before, in words.
    ComparisonView(const Theme &theme, const CodeHighlighter &highlighter,
                   const Incident::Comparison &comparison, const QString &earlier, QWidget *parent);

    [[nodiscard]] QPushButton *button() const { return m_show; }

Q_SIGNALS:
    /// The earlier one is to be shown.
    void earlierWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addTitle(const QString &earlier);
    void addLine(const CodeHighlighter &highlighter, const Incident::Comparison &comparison);
    void addValues(const Incident::Comparison &comparison);
    void addText(const QString &text);

    const Theme &m_theme;
    QVBoxLayout *m_column = nullptr;
    QPushButton *m_show = nullptr;
};

/// `3 minutes earlier`, `a moment earlier`.
[[nodiscard]] QString earlierInWords(qint64 seconds);
/// `n = 0 (was 5)`; when both look the same, what tells them apart.
[[nodiscard]] QString changeInWords(const Incident::ValueChange &change);

} // namespace Skillet::Ui
