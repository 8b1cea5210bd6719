// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

class QStackedWidget;

namespace Skillet::Ui {

/// Shows one page of many, and on demand another one beside it. Each page is in one half only: the right half
/// holds the one that was put there, the left one all others.
class PageHalves final : public QSplitter
{
    Q_OBJECT

public:
    /// `empty` is shown where there is no page.
    explicit PageHalves(QWidget *empty, QWidget *parent = nullptr);

    void add(QWidget *page);
    /// Takes the page out of its half, for good. The page is still somebody's to delete.
    void remove(QWidget *page);
    /// Brings the page to the front of its half; nullptr: nothing is open.
    void show(QWidget *page);
    /// Puts `page` beside `left`, which comes to the front of the left half. What was beside before goes
    /// back.
    void putBeside(QWidget *page, QWidget *left);
    /// All pages are in one half again.
    void join();

    /// nullptr when there is one half only.
    [[nodiscard]] QWidget *beside() const;
    [[nodiscard]] bool isShown(const QWidget *page) const;

Q_SIGNALS:
    /// The keyboard went to a page that was shown already.
    void entered(QWidget *page);

private:
    void noteFocus(const QWidget *now);

    QStackedWidget *m_left; ///< the empty state first, then the pages in any order
    QStackedWidget *m_right; ///< one page at most
};

} // namespace Skillet::Ui
