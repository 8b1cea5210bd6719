// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QTextBrowser>

namespace Skillet::Ui {

/// Shows rich text in a column of at most 72 characters. Loads nothing from outside: only images of the
/// folder it is given and icons of the theme. Opens no link by itself.
class LessonBrowser final : public QTextBrowser
{
    Q_OBJECT

public:
    explicit LessonBrowser(const Theme &theme, QWidget *parent = nullptr);

    void setImageFolder(const QString &folder) { m_imageFolder = folder; }
    /// Shows `html` from the top.
    void showHtml(const QString &html);
    /// Shows the same text in another look; what was at the top stays there.
    void replaceHtml(const QString &html);
    [[nodiscard]] bool isAtEnd() const;

Q_SIGNALS:
    /// The keyboard went to a link; empty: to none.
    void linkFocused(const QUrl &link);

protected:
    bool focusNextPrevChild(bool next) override;
    QVariant loadResource(int type, const QUrl &name) override;
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void adjustFormats();
    void setColumn();
    void applyTheme();

    const Theme &m_theme;
    QString m_imageFolder;
    int m_columnMargin = -1;
};

} // namespace Skillet::Ui
