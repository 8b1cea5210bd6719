// SPDX-License-Identifier: GPL-3.0-or-later
#include "traceback/tracebackexport.h"

#include "traceback/explanationview.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QGraphicsOpacityEffect>
#include <QImage>
#include <QPainter>
#include <QPushButton>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QToolButton>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace Skillet::Ui {

namespace {

constexpr int PixelsEach = 2; // of a PNG, so that it can be looked at closely
constexpr int MostPixels = 30'000; // on a side; more cannot be painted on

QString say(const char *text)
{
    return QCoreApplication::translate("Skillet::Ui::TracebackExport", text);
}

/// Longer than any row of backticks in the text.
QString fenceFor(const QString &text)
{
    qsizetype longest = 2;
    qsizetype row = 0;
    for (const QChar character : text) {
        row = character == u'`' ? row + 1 : 0;
        longest = std::max(longest, row);
    }
    return QString(longest + 1, u'`');
}

/// Leaves out of a picture what can only be pressed in the window. Their room stays, so that nothing moves on
/// the screen, and so does the focus, which a hidden button would lose.
class WithoutButtons final
{
public:
    explicit WithoutButtons(QWidget &page)
    {
        const QList<QAbstractButton *> all = page.findChildren<QAbstractButton *>();
        for (QAbstractButton *button : all) {
            // Rows that fold are buttons too, but what they say belongs to the picture.
            if (qobject_cast<QPushButton *>(button) != nullptr
                || qobject_cast<QToolButton *>(button) != nullptr) {
                auto *unseen = new QGraphicsOpacityEffect(button);
                unseen->setOpacity(0);
                button->setGraphicsEffect(unseen);
                m_buttons.append(button);
            }
        }
    }
    ~WithoutButtons()
    {
        for (QAbstractButton *button : std::as_const(m_buttons))
            button->setGraphicsEffect(nullptr);
    }
    Q_DISABLE_COPY_MOVE(WithoutButtons)

private:
    QList<QAbstractButton *> m_buttons;
};

void paintSvg(QWidget &page, QIODevice &device)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&device);
    generator.setSize(page.size());
    generator.setViewBox(page.rect());
    generator.setTitle(say("Traceback"));
    QPainter painter(&generator);
    page.render(&painter);
}

bool paintPng(QWidget &page, QIODevice &device)
{
    const int side = std::max({page.width(), page.height(), 1});
    const int scale = side * PixelsEach <= MostPixels ? PixelsEach : 1;
    QImage image(page.width() * scale, std::min(page.height() * scale, MostPixels), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    page.render(&image);
    return image.save(&device, "PNG");
}

} // namespace

QString asMarkdown(const Runner::Traceback &traceback, const Runner::Explanation &explanation)
{
    if (traceback.isEmpty())
        return {};
    QString text;
    if (!explanation.isEmpty())
        text = explanationAsMarkdown(explanation) + u'\n';
    const QString fence = fenceFor(traceback.plainText);
    return text + fence + QLatin1String("text\n") + traceback.plainText.trimmed() + u'\n' + fence + u'\n';
}

Core::Result<void> savePicture(QWidget &page, const QString &file)
{
    const WithoutButtons unpressed(page);
    QSaveFile target(file);
    bool isPainted = target.open(QIODevice::WriteOnly);
    if (isPainted && file.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive))
        paintSvg(page, target);
    else if (isPainted)
        isPainted = paintPng(page, target);
    if (!isPainted || !target.commit()) {
        return Core::Error{Core::ErrorCode::PermissionDenied,
                           say("The picture could not be saved as %1 (%2). Choose another folder.")
                               .arg(file, target.errorString())};
    }
    return {};
}

} // namespace Skillet::Ui
