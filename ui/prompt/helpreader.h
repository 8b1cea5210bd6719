// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QFrame>
#include <QString>

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace Skillet::Ui {

class SearchStrip;
class TextFind;

/// Lies over the prompt and shows a long text page by page, as a pager in a terminal does: Space and b turn
/// the page, / finds, q or Esc closes. For help() and for output that was folded away.
class HelpReader final : public QFrame
{
    Q_OBJECT

public:
    /// Covers `parent`, now and when it is resized.
    HelpReader(const Theme &theme, QWidget *parent);
    ~HelpReader() override;

    /// From its beginning. An empty `text` says that there is nothing on `title`.
    void showText(const QString &title, const QString &text);
    void goToEnd();
    void close();
    [[nodiscard]] int page() const;
    [[nodiscard]] int pages() const;

Q_SIGNALS:
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool handleKey(int key, Qt::KeyboardModifiers modifiers);
    void turn(int pages);
    void tellPage();
    void applyTheme();

    const Theme &m_theme;
    QLabel *m_title = nullptr;
    QLabel *m_page = nullptr;
    QLabel *m_keys = nullptr;
    QToolButton *m_close = nullptr;
    QPlainTextEdit *m_text = nullptr;
    SearchStrip *m_strip = nullptr;
    TextFind *m_find = nullptr;
};

} // namespace Skillet::Ui
