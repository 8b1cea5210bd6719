// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/picture.h"

#include <QBuffer>
#include <QPainter>
#include <QTest>

using namespace Skillet::Ui;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QByteArray png(const QSize &size, const char *scale = nullptr)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::red);
    if (scale)
        image.setText(s("Skillet-Scale"), s(scale));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return bytes;
}

QStringList texts(const QString &html)
{
    QStringList rows;
    for (const QList<TableCell> &row : tableIn(html).value_or(TableRows())) {
        QStringList cells;
        for (const TableCell &cell : row)
            cells.append(cell.isHeader ? u'*' + cell.text : cell.text);
        rows.append(cells.join(u'|'));
    }
    return rows;
}

} // namespace

class PictureTest final : public QObject
{
    Q_OBJECT

    Theme m_theme;

private Q_SLOTS:
    void aFigureDrawnFinerIsShownInItsOwnSize_data()
    {
        QTest::addColumn<QByteArray>("scale");
        QTest::addColumn<QSizeF>("size");
        QTest::newRow("twice") << QByteArray("2") << QSizeF(20, 15);
        QTest::newRow("coarser") << QByteArray("0.5") << QSizeF(80, 60);
        QTest::newRow("none") << QByteArray("0") << QSizeF(40, 30);
        QTest::newRow("no number") << QByteArray("much") << QSizeF(40, 30);
        QTest::newRow("no sense") << QByteArray("1e300") << QSizeF(40, 30);
        QTest::newRow("not a number") << QByteArray("nan") << QSizeF(40, 30);
    }

    void aFigureDrawnFinerIsShownInItsOwnSize()
    {
        QFETCH(QByteArray, scale);
        const auto picture =
            Picture::make(s("image/png"), png({40, 30}, scale.constData()).toBase64(), s("<Figure>"));
        QVERIFY(picture.ok());
        QTEST(picture.value()->naturalSize(m_theme), "size");
    }

    void aFigureIsDrawn()
    {
        const QByteArray bytes = png({40, 30});
        const auto picture = Picture::make(s("image/png"), bytes.toBase64(), s("<Figure>"));
        QVERIFY(picture.ok());
        QVERIFY(!picture.value()->isTable());
        QCOMPARE(picture.value()->bytes(), bytes);
        QCOMPARE(picture.value()->naturalSize(m_theme), QSizeF(40, 30));
        QImage canvas(100, 100, QImage::Format_RGB32);
        canvas.fill(Qt::white);
        QPainter painter(&canvas);
        picture.value()->draw(painter, {10, 10, 40, 30}, {0, 0, 100, 25}, m_theme);
        painter.end();
        QCOMPARE(canvas.pixelColor(20, 20), QColor(Qt::red));
        QCOMPARE(canvas.pixelColor(20, 30), QColor(Qt::white)); // outside of the clip
        QCOMPARE(canvas.pixelColor(60, 20), QColor(Qt::white));
    }

    void aWhiteFigureHasAnEdge()
    {
        QImage white(40, 30, QImage::Format_RGB32);
        white.fill(Qt::white);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        white.save(&buffer, "png");
        const auto picture = Picture::make(s("image/png"), bytes.toBase64(), QString());
        QVERIFY(picture.ok());
        QImage ground(60, 50, QImage::Format_RGB32);
        ground.fill(Qt::white);
        QPainter painter(&ground);
        picture.value()->draw(painter, QRectF(10, 10, 40, 30), QRectF(0, 0, 60, 50), m_theme);
        painter.end();
        QCOMPARE(ground.pixelColor(10, 20), m_theme.color(ColorRole::Border));
        QCOMPARE(ground.pixelColor(30, 39), m_theme.color(ColorRole::Border));
        QCOMPARE(ground.pixelColor(30, 20), QColor(Qt::white));
    }

    void aLineOfATablesText_isItsRow()
    {
        const QByteArray html = "<table><tr><th>a</th></tr><tr><td>1</td></tr><tr><td>2</td></tr></table>";
        const auto picture = Picture::make(s("text/html"), html, s("a\n1\n2\n[2 rows]"));
        QVERIFY(picture.ok());
        const QRectF target(10, 20, 100, 90);
        QCOMPARE(picture.value()->rowOf(1, target), QRectF(10, 50, 100, 30));
        QVERIFY(picture.value()->rowOf(3, target).isEmpty());
    }

    void whatIsNoFigureIsRefused_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QByteArray>("data");
        QTest::newRow("no PNG") << s("image/png") << QByteArray("<html>").toBase64();
        QTest::newRow("empty") << s("image/png") << QByteArray();
        QTest::newRow("cut off") << s("image/png") << png({400, 300}).left(60).toBase64();
        QTest::newRow("too wide") << s("image/png") << png({30000, 1}).toBase64();
        QTest::newRow("too many pixels") << s("image/png") << png({5000, 5000}).toBase64();
        QTest::newRow("another kind") << s("image/svg+xml") << QByteArray("<svg/>");
        QTest::newRow("no table") << s("text/html") << QByteArray("<b>x</b><script>alert(1)</script>");
    }
    void whatIsNoFigureIsRefused()
    {
        QFETCH(QString, type);
        QFETCH(QByteArray, data);
        QVERIFY(!Picture::make(type, data, QString()).ok());
    }

    void aTableIsTextInRows()
    {
        QCOMPARE(texts(s("<style>td {x}</style><table border=1><thead><tr><th></th><th>a</th></tr></thead>"
                         "<tbody><tr><th>0</th><td>1 &lt; 2 &amp; <b>b</b></td></tr></tbody></table>")),
                 (QStringList{s("*|*a"), s("*0|1 < 2 & b")}));
        QCOMPARE(texts(s("<TABLE><TR><TD COLSPAN=\"2\">x<TD>&#228;&#x1F600;&#0;&nope;</TABLE><td>no")),
                 QStringList{s("x||ä😀&#0;&nope;")}.replaceInStrings(s("x||"), s("|x|")));
    }

    void hostileTablesAreBoundedOrRefused()
    {
        QVERIFY(!tableIn(s("<table>") + s("<tr><td>1</td></tr>").repeated(300)));
        QVERIFY(!tableIn(s("<table><tr>") + s("<td>1</td>").repeated(100)));
        QVERIFY(!tableIn(s("<table>") + QString(2 * 1024 * 1024, u'x')));
        QVERIFY(!tableIn(s("<table><tr></tr></table>")));
        QVERIFY(!tableIn(s("</td>text<td")));
        QCOMPARE(tableIn(s("<table><tr><td colspan=999999999>1")).value().first().size(), 20);
        QCOMPARE(
            texts(
                s("<table><tr><td><script>alert('<td>')</script><img src='http://x/y'>1</td></tr></table>")),
            QStringList{s("1")});
        QVERIFY(texts(s("<table><tr><td>") + QString(100000, u'x')).first().size() <= 200);
    }

    void aTableIsDrawnInBothThemes()
    {
        const auto table =
            Picture::make(s("text/html"), "<table><tr><th>name</th></tr><tr><td>Ada</td></tr></table>",
                          s("  name\n0  Ada"));
        QVERIFY(table.ok());
        QVERIFY(table.value()->isTable());
        QCOMPARE(table.value()->text(), s("  name\n0  Ada"));
        for (const auto choice : {Skillet::Core::ThemeChoice::Light, Skillet::Core::ThemeChoice::Dark}) {
            m_theme.setChoice(choice);
            const QSizeF size = table.value()->naturalSize(m_theme);
            QImage canvas(size.toSize(), QImage::Format_RGB32);
            canvas.fill(Qt::blue);
            QPainter painter(&canvas);
            table.value()->draw(painter, QRectF(QPointF(), size), QRectF(QPointF(), size), m_theme);
            painter.end();
            QCOMPARE(canvas.pixelColor(canvas.width() - 5, canvas.height() - 5),
                     m_theme.color(ColorRole::Surface));
            QCOMPARE(canvas.pixelColor(3, 3), m_theme.color(ColorRole::Code));
        }
    }
};

QTEST_MAIN(PictureTest)
#include "tst_displayed.moc"
