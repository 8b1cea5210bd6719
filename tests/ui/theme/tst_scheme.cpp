// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/scheme.h"

#include <QtTest>

using namespace Skillet::Ui;

namespace {

constexpr double textContrast = 4.5; // WCAG 2 AA for text
constexpr double shapeContrast = 3.0; // and for controls and marks

const QList<ColorRole> strong = {ColorRole::Text, ColorRole::Muted, ColorRole::Accent,
                                 ColorRole::Ok,   ColorRole::Warn,  ColorRole::Error};
const QList<ColorRole> grounds = {ColorRole::Ground,      ColorRole::Surface,    ColorRole::Code,
                                  ColorRole::CurrentLine, ColorRole::AccentSoft, ColorRole::OkSoft,
                                  ColorRole::WarnSoft,    ColorRole::ErrorSoft,  ColorRole::Selection};

QByteArray label(bool dark, ColorRole one, ColorRole other)
{
    return QByteArray(dark ? "dark " : "light ") + QByteArray::number(int(one)) + " on "
        + QByteArray::number(int(other));
}

} // namespace

class TestScheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextOnEveryGround_isAA_data();
    void everyTextOnEveryGround_isAA();
    void textOnAccent_isAA();
    void highContrast_isAAA_andItsBordersCanBeSeen();
    void focusAndMarks_standOutFromTheirGround();
    void disabledText_canStillBeRead();
    void palette_hasTheRolesOfTheScheme();
    void anyColour_becomesReadable();
    void contrastOfBlackAndWhite_is21();
    void sizes_followTheZoom();
};

void TestScheme::everyTextOnEveryGround_isAA_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");
    for (const bool dark : {false, true}) {
        const Scheme scheme = makeScheme(dark, 100);
        for (const ColorRole one : strong) {
            for (const ColorRole other : grounds) {
                QTest::newRow(label(dark, one, other).constData())
                    << scheme.color(one) << scheme.color(other);
            }
        }
    }
}

void TestScheme::everyTextOnEveryGround_isAA()
{
    QFETCH(QColor, text);
    QFETCH(QColor, ground);
    const double value = contrast(text, ground);
    QVERIFY2(value >= textContrast, qPrintable(QString::number(value)));
}

void TestScheme::textOnAccent_isAA()
{
    for (const bool dark : {false, true}) {
        const Scheme scheme = makeScheme(dark, 100);
        QVERIFY(contrast(scheme.color(ColorRole::OnAccent), scheme.color(ColorRole::Accent)) >= textContrast);
        // The primary button under the mouse and pressed.
        for (const double share : {0.1, 0.22}) {
            const QColor fill = scheme.mixed(ColorRole::Accent, ColorRole::Text, share);
            QVERIFY(contrast(scheme.color(ColorRole::OnAccent), fill) >= textContrast);
        }
    }
}

void TestScheme::highContrast_isAAA_andItsBordersCanBeSeen()
{
    constexpr double textAAA = 7.0;
    for (const bool dark : {false, true}) {
        const Scheme scheme = makeScheme(dark, 100, Contrast::High);
        QCOMPARE(scheme.dark, dark);
        QVERIFY(scheme.highContrast);
        for (const ColorRole ground : grounds) {
            for (const ColorRole text : strong) {
                const double value = contrast(scheme.color(text), scheme.color(ground));
                QVERIFY2(value >= textAAA, label(dark, text, ground).constData());
            }
            QVERIFY(contrast(scheme.color(ColorRole::Border), scheme.color(ground)) >= shapeContrast);
        }
        QVERIFY(contrast(scheme.color(ColorRole::OnAccent), scheme.color(ColorRole::Accent)) >= textAAA);
    }
}

void TestScheme::focusAndMarks_standOutFromTheirGround()
{
    for (const bool dark : {false, true}) {
        const Scheme scheme = makeScheme(dark, 100);
        for (const ColorRole ground : {ColorRole::Ground, ColorRole::Surface, ColorRole::Code}) {
            QVERIFY(contrast(scheme.color(ColorRole::Accent), scheme.color(ground)) >= shapeContrast);
            QVERIFY(contrast(scheme.color(ColorRole::Muted), scheme.color(ground)) >= shapeContrast);
        }
    }
}

void TestScheme::disabledText_canStillBeRead()
{
    for (const bool dark : {false, true}) {
        const QPalette palette = makePalette(makeScheme(dark, 100));
        const QColor text = palette.color(QPalette::Disabled, QPalette::ButtonText);
        QVERIFY(contrast(text, palette.color(QPalette::Base)) >= 2.5);
    }
}

void TestScheme::palette_hasTheRolesOfTheScheme()
{
    const Scheme scheme = makeScheme(true, 100);
    const QPalette palette = makePalette(scheme);
    QCOMPARE(palette.color(QPalette::Window), scheme.color(ColorRole::Ground));
    QCOMPARE(palette.color(QPalette::Base), scheme.color(ColorRole::Surface));
    QCOMPARE(palette.color(QPalette::Highlight), scheme.color(ColorRole::Selection));
    QCOMPARE(palette.color(QPalette::Link), scheme.color(ColorRole::Accent));
}

void TestScheme::anyColour_becomesReadable()
{
    for (const bool dark : {false, true}) {
        const Scheme scheme = makeScheme(dark, 100);
        for (const ColorRole role : {ColorRole::Surface, ColorRole::ErrorSoft}) {
            const QColor ground = scheme.color(role);
            for (int hue = 0; hue < 360; hue += 15) {
                for (const int value : {0, 60, 128, 200, 255}) {
                    const QColor made = readableOn(ground, QColor::fromHsv(hue, 255, value));
                    QVERIFY2(contrast(made, ground) >= textContrast, qPrintable(made.name()));
                }
            }
            QVERIFY(contrast(readableOn(ground, ground), ground) >= textContrast);
        }
    }
    QCOMPARE(readableOn(Qt::white, QColor(0, 0, 120)), QColor(0, 0, 120));
}

void TestScheme::contrastOfBlackAndWhite_is21()
{
    QCOMPARE(qRound(contrast(Qt::black, Qt::white) * 100), 2100);
    QCOMPARE(contrast(Qt::white, Qt::black), contrast(Qt::black, Qt::white));
}

void TestScheme::sizes_followTheZoom()
{
    QCOMPARE(makeScheme(false, 100).scaled(15), 15);
    QCOMPARE(makeScheme(false, 200).scaled(15), 30);
    QCOMPARE(makeScheme(false, 70).scaled(10), 7);
}

QTEST_GUILESS_MAIN(TestScheme)
#include "tst_scheme.moc"
