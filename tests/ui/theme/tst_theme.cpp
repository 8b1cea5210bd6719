// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/scheme.h"
#include "theme/theme.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFontInfo>
#include <QGlyphRun>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStyle>
#include <QTextLayout>
#include <QtTest>

using namespace Skillet::Ui;
using Skillet::Core::ThemeChoice;

namespace {

QByteArray contents(const QString &file)
{
    QFile source(file);
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
}

QString sourceFolder(const char *folder)
{
    return QString::fromUtf8(SKILLET_SOURCE_DIR) + QLatin1String(folder);
}

QStringList packedIcons()
{
    QStringList names;
    const QList<QByteArray> lines = contents(sourceFolder("/ui/theme/icons.txt")).split('\n');
    for (const QByteArray &line : lines) {
        if (!line.isEmpty() && !line.startsWith('#')) {
            names.append(QString::fromUtf8(line));
        }
    }
    return names;
}

/// Names in `icon(QStringLiteral("..."))` and `icon("...")` of all sources, and any other text in them that
/// is the name of a Breeze icon of two words.
QSet<QString> usedIcons()
{
    static const QRegularExpression call(
        QStringLiteral("[iI]con\\((?:QStringLiteral\\(|QLatin1String\\()?\\s*\"([a-z][a-z0-9-]+)\""));
    static const QRegularExpression words(QStringLiteral("\"([a-z]+-[a-z-]+)\""));
    QSet<QString> names;
    QDirIterator files(sourceFolder("/ui"), {QStringLiteral("*.cpp")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString source = QString::fromUtf8(contents(files.next()));
        for (auto matches = call.globalMatch(source); matches.hasNext();) {
            names.insert(matches.next().captured(1));
        }
        for (auto matches = words.globalMatch(source); matches.hasNext();) {
            const QString name = matches.next().captured(1);
            if (QFile::exists(QStringLiteral("/usr/share/icons/breeze/actions/22/%1.svg").arg(name))) {
                names.insert(name);
            }
        }
    }
    return names;
}

/// Share of the picture that is drawn on, in percent; -1 when a pixel is not of `color`.
int drawnPercent(const QPixmap &pixmap, const QColor &color)
{
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    int drawn = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() < 64) {
                continue;
            }
            // Premultiplied pictures lose a little of the colour where they are thin.
            const int off =
                qMax(qAbs(pixel.red() - color.red()),
                     qMax(qAbs(pixel.green() - color.green()), qAbs(pixel.blue() - color.blue())));
            if (off > 4) {
                return -1;
            }
            ++drawn;
        }
    }
    return drawn * 100 / (image.width() * image.height());
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPackedIcon_isDrawnInTheRolesColour_data();
    void everyPackedIcon_isDrawnInTheRolesColour();
    void everyIconUsedInTheSources_isPacked();
    void unknownIcon_isNull();
    void iconMadeBefore_followsTheTheme();
    void disabledIcon_isMutedAndTransparent();
    void icon_hasTheDevicesPixels();
    void choice_decidesTheBrightness();
    void desktopChoice_followsTheDesktop();
    void sameChoiceTwice_saysNothing();
    void fonts_haveTheDesignsSizes();
    void codeFont_drawsEachSignByItself();
    void zoom_scalesFontsStyleAndIsBounded();
    void applying_takesLessThanFifteenMilliseconds();
    void primaryButton_isFilledWithTheAccent();
};

void TestTheme::everyPackedIcon_isDrawnInTheRolesColour_data()
{
    QTest::addColumn<QString>("name");
    const QStringList names = packedIcons();
    QVERIFY(names.size() > 50);
    for (const QString &name : names) {
        QTest::newRow(qPrintable(name)) << name;
    }
}

void TestTheme::everyPackedIcon_isDrawnInTheRolesColour()
{
    QFETCH(QString, name);
    Theme theme;
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        theme.setChoice(choice);
        for (const ColorRole role : {ColorRole::Text, ColorRole::Accent}) {
            const QIcon icon = theme.icon(name, role);
            QVERIFY(!icon.isNull());
            for (const int side : {16, 22, 44}) {
                const int drawn = drawnPercent(icon.pixmap(QSize(side, side), 1.0), theme.color(role));
                QVERIFY2(drawn >= 2, "empty, or of another colour");
                QVERIFY2(drawn <= 75, "a blot, not a drawing");
            }
        }
    }
}

void TestTheme::everyIconUsedInTheSources_isPacked()
{
    const QStringList packed = packedIcons();
    const QSet<QString> used = usedIcons();
    QVERIFY(used.contains(QStringLiteral("go-next")));
    QStringList missing;
    for (const QString &name : used) {
        if (!packed.contains(name)) {
            missing.append(name);
        }
    }
    QVERIFY2(missing.isEmpty(),
             qPrintable(QStringLiteral("not in ui/theme/icons.txt: ") + missing.join(QLatin1Char(' '))));
}

void TestTheme::unknownIcon_isNull()
{
    QVERIFY(Theme().icon(QStringLiteral("no-such-icon")).isNull());
}

void TestTheme::iconMadeBefore_followsTheTheme()
{
    Theme theme;
    theme.setChoice(ThemeChoice::Light);
    const QIcon icon = theme.icon(QStringLiteral("edit-undo"));
    QVERIFY(drawnPercent(icon.pixmap(22), theme.color(ColorRole::Text)) > 0);
    theme.setChoice(ThemeChoice::Dark);
    QVERIFY(drawnPercent(icon.pixmap(22), theme.color(ColorRole::Text)) > 0);
}

void TestTheme::disabledIcon_isMutedAndTransparent()
{
    const Theme theme;
    const QIcon icon = theme.icon(QStringLiteral("media-playback-stop"));
    const QColor middle = icon.pixmap(22, QIcon::Disabled).toImage().pixelColor(11, 11);
    QVERIFY(qAbs(middle.alpha() - 128) <= 2);
    QVERIFY(qAbs(middle.red() - theme.color(ColorRole::Muted).red()) <= 3);
}

void TestTheme::icon_hasTheDevicesPixels()
{
    const Theme theme;
    const QPixmap pixmap = theme.icon(QStringLiteral("edit-undo")).pixmap(QSize(22, 22), 2.0);
    QCOMPARE(pixmap.size(), QSize(44, 44));
    QCOMPARE(pixmap.devicePixelRatio(), 2.0);
}

void TestTheme::choice_decidesTheBrightness()
{
    Theme theme;
    theme.applyTo(*qApp);
    for (const bool dark : {true, false}) {
        theme.setChoice(dark ? ThemeChoice::Dark : ThemeChoice::Light);
        QCOMPARE(theme.isDark(), dark);
        QCOMPARE(QApplication::palette().color(QPalette::Window), theme.color(ColorRole::Ground));
        QCOMPARE(theme.color(ColorRole::Ground), makeScheme(dark, 100).color(ColorRole::Ground));
    }
}

void TestTheme::desktopChoice_followsTheDesktop()
{
    // The test platform's desktop is light. Our own dark palette must not be taken for it.
    Theme theme;
    theme.applyTo(*qApp);
    theme.setChoice(ThemeChoice::Dark);
    theme.setChoice(ThemeChoice::Desktop);
    QVERIFY(!theme.isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Window), theme.color(ColorRole::Ground));
}

void TestTheme::sameChoiceTwice_saysNothing()
{
    Theme theme;
    theme.setChoice(ThemeChoice::Dark);
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setChoice(ThemeChoice::Dark);
    theme.setZoomPercent(theme.zoomPercent());
    QCOMPARE(changed.count(), 0);
    theme.setChoice(ThemeChoice::Light);
    QCOMPARE(changed.count(), 1);
}

void TestTheme::codeFont_drawsEachSignByItself()
{
    const Theme theme;
    const auto glyphs = [&](const QString &text) {
        QTextLayout layout(text, theme.font(FontRole::Code));
        layout.beginLayout();
        layout.createLine();
        layout.endLayout();
        QList<quint32> indexes;
        for (const QGlyphRun &run : layout.glyphRuns())
            indexes += run.glyphIndexes();
        return indexes;
    };
    for (const char *joined : {"!=", "->", "==", ">=", "0x1F", "www"}) {
        QList<quint32> apart;
        for (const QChar sign : QString::fromLatin1(joined))
            apart += glyphs(sign);
        QCOMPARE(glyphs(QString::fromLatin1(joined)), apart);
    }
}

void TestTheme::fonts_haveTheDesignsSizes()
{
    const Theme theme;
    QCOMPARE(theme.font(FontRole::Interface).pixelSize(), 15);
    QCOMPARE(theme.font(FontRole::Lesson).pixelSize(), 16);
    QCOMPARE(theme.font(FontRole::Code).pixelSize(), 14);
    QVERIFY(QFontInfo(theme.font(FontRole::Code)).fixedPitch());
    QVERIFY(theme.font(FontRole::Title).weight() > QFont::Normal);
}

void TestTheme::zoom_scalesFontsStyleAndIsBounded()
{
    Theme theme;
    theme.applyTo(*qApp);
    const int before = qApp->style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    theme.setZoomPercent(200);
    QCOMPARE(theme.font(FontRole::Interface).pixelSize(), 30);
    QCOMPARE(qApp->font().pixelSize(), 30);
    QCOMPARE(qApp->style()->pixelMetric(QStyle::PM_ScrollBarExtent), 2 * before);
    theme.setZoomPercent(10000);
    QCOMPARE(theme.zoomPercent(), 300);
    theme.setZoomPercent(1);
    QCOMPARE(theme.zoomPercent(), 70);
}

void TestTheme::applying_takesLessThanFifteenMilliseconds()
{
    QElapsedTimer timer;
    timer.start();
    Theme theme;
    theme.applyTo(*qApp);
    const qint64 taken = timer.nsecsElapsed() / 1000;
    qInfo("theme applied in %lld microseconds", taken);
    QVERIFY(taken < 15000);
}

void TestTheme::primaryButton_isFilledWithTheAccent()
{
    Theme theme;
    theme.applyTo(*qApp);
    QPushButton plain(QStringLiteral("Check"));
    QPushButton primary(QStringLiteral("Check"));
    primary.setProperty("primary", true);
    for (QPushButton *button : {&plain, &primary}) {
        button->resize(button->sizeHint());
    }
    QVERIFY(plain.height() >= 32);
    const QColor fill = primary.grab().toImage().pixelColor(8, primary.height() / 2);
    QCOMPARE(fill, theme.color(ColorRole::Accent));
    QCOMPARE(plain.grab().toImage().pixelColor(8, plain.height() / 2), theme.color(ColorRole::Surface));
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
