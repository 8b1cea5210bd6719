// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "find/textsearch.h"
#include "theme/theme.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace Skillet::Ui {

class SearchStrip;

/// What to find and what to write in its place, with the ways to look. Finds nothing itself: see FindReplace.
class FindBar final : public QWidget
{
    Q_OBJECT

public:
    enum class Rows { Find, Replace };

    explicit FindBar(const Theme &theme, QWidget *parent = nullptr);

    /// An empty `pattern` leaves the last one, selected.
    void open(const QString &pattern, Rows rows);
    [[nodiscard]] SearchQuery query() const;
    [[nodiscard]] QString replacement() const;
    [[nodiscard]] bool isInSelection() const;
    [[nodiscard]] bool isInAllFiles() const;
    /// Without a signal.
    void setInSelection(bool on);
    void setCount(const QString &count);
    /// Said below, whole: what is wrong, or what was done. Empty: nothing.
    void setWords(const QString &words);
    [[nodiscard]] QString words() const;
    void setReplaceEnabled(bool enabled);

Q_SIGNALS:
    /// What to find, or how.
    void queryChanged();
    void selectionToggled(bool on);
    void stepRequested(bool back);
    void replaceRequested();
    void replaceAllRequested();
    void dismissed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildReplaceRow();
    void applyTheme();

    const Theme &m_theme;
    SearchStrip *m_strip;
    QToolButton *m_words;
    QToolButton *m_regular;
    QToolButton *m_selection;
    QToolButton *m_files;
    QWidget *m_replaceRow;
    QLineEdit *m_replacement;
    QPushButton *m_replace;
    QPushButton *m_replaceAll;
    QLabel *m_told;
};

} // namespace Skillet::Ui
