// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QList>
#include <QObject>
#include <QPlainTextEdit>
#include <QTimer>

#include <functional>

namespace Skillet::Ui {

class SearchStrip;

/// Finds what a strip asks for in the text of a view: goes from match to match and around, counts them, and
/// marks those that are in sight.
class TextFind final : public QObject
{
    Q_OBJECT

public:
    using Marks = QList<QTextEdit::ExtraSelection>;

    /// `show` takes the marks; the view may have others of its own.
    TextFind(QPlainTextEdit &view, SearchStrip &strip, const Theme &theme,
             std::function<void(const Marks &)> show);

    void open();
    void close();
    [[nodiscard]] bool isOpen() const;
    /// Said behind the count: what else there is, out of sight.
    void setRemark(const QString &remark);

Q_SIGNALS:
    void searched(const QString &pattern, Qt::CaseSensitivity sensitivity);
    void closed();

private:
    void search();
    void restart();
    void step(bool back);
    void select(qsizetype index);
    void tellCount();
    void mark();

    static constexpr qsizetype MostMatches = 9999;

    QPlainTextEdit &m_view;
    SearchStrip &m_strip;
    const Theme &m_theme;
    std::function<void(const Marks &)> m_show;
    QList<int> m_matches; ///< positions in the document
    qsizetype m_current = -1;
    QString m_remark;
    QTimer m_again; ///< after the text has changed
};

} // namespace Skillet::Ui
