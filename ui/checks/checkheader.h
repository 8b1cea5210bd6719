// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/checkresult.h"
#include "theme/theme.h"

#include <QAbstractButton>

namespace Skillet::Ui {

/// One check in the list: its mark and title. Each status has a shape of its own: a tick in a disc, a cross
/// in a square, an exclamation mark in a triangle, a dash in a ring. With details to show it is a button that
/// folds them, else it is only read.
class CheckHeader final : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Details { None, Foldable };

    CheckHeader(const Theme &theme, const Runner::CheckOutcome &outcome, Details details,
                QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QRect titleRect(int width, int height) const;
    void paintMark(QPainter *painter, const QRectF &place) const;

    const Theme &m_theme;
    QString m_title; ///< not text(): an ampersand in it is no mnemonic
    Runner::CheckStatus m_status;
};

} // namespace Skillet::Ui
