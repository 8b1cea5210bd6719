// SPDX-License-Identifier: GPL-3.0-or-later
#include "highlighting/codehighlighter.h"
#include "traceback/tracebackexport.h"
#include "traceback/tracebackpane.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

using namespace Skillet;
using namespace Skillet::Ui;

namespace {

Runner::Traceback traceback()
{
    Runner::TracebackFrame frame;
    frame.file = QStringLiteral("/ada/orders.py");
    frame.function = QStringLiteral("total");
    frame.sourceLine = QStringLiteral("    return order['pirce']");
    frame.range = {8, 8, 11, 25};
    Runner::ExceptionInfo raised;
    raised.type = QStringLiteral("KeyError");
    raised.message = QStringLiteral("'pirce'");
    raised.frames.fill(frame, 30);
    Runner::Traceback traceback;
    traceback.exceptions = {raised};
    traceback.plainText = QStringLiteral("Traceback:\nKeyError: 'pirce'\n");
    return traceback;
}

Runner::Explanation explanation()
{
    Runner::Explanation explanation;
    explanation.cause = QStringLiteral("key-error.near-key");
    explanation.title = QStringLiteral("`order` has no key `'pirce'`.");
    explanation.why = QStringLiteral("Because.");
    explanation.tries = {QStringLiteral("Look."), QStringLiteral("Think.")};
    explanation.suggestion = {8, QStringLiteral("a"), QStringLiteral("b")};
    return explanation;
}

} // namespace

class TracebackExportTest final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    CodeHighlighter m_highlighter{m_theme};
    TracebackPane m_pane{m_theme, m_highlighter};
    QTemporaryDir m_folder;

    [[nodiscard]] QWidget &page() { return *m_pane.findChild<QScrollArea *>()->widget(); }

private Q_SLOTS:
    void initTestCase()
    {
        m_pane.resize(600, 200);
        m_pane.show();
        m_pane.showTraceback(traceback());
        QCoreApplication::processEvents();
    }

    void markdownHasTheWordsAndTheTraceback()
    {
        QCOMPARE(asMarkdown(traceback(), explanation()),
                 QStringLiteral("`order` has no key `'pirce'`.\n\nBecause.\n\n- Look.\n- Think.\n\n"
                                "Line 8 could be:\n\n```python\nb\n```\n\n"
                                "```text\nTraceback:\nKeyError: 'pirce'\n```\n"));
    }

    void markdownOfATracebackAlone()
    {
        QCOMPARE(asMarkdown(traceback(), {}),
                 QStringLiteral("```text\nTraceback:\nKeyError: 'pirce'\n```\n"));
        QCOMPARE(asMarkdown({}, explanation()), QString());
    }

    void backticksInATracebackDoNotEndIt()
    {
        Runner::Traceback ticked = traceback();
        ticked.plainText = QStringLiteral("ValueError: ```` is no fence\n");
        QVERIFY(asMarkdown(ticked, {}).startsWith(QLatin1String("`````text\n")));
    }

    void thePaneCopiesMarkdown()
    {
        m_pane.showExplanation(explanation());
        m_pane.copyAsMarkdown();
        QCOMPARE(QGuiApplication::clipboard()->text(), asMarkdown(traceback(), explanation()));
    }

    void aPngHasAllOfThePicture()
    {
        const QString file = m_folder.filePath(QStringLiteral("a.png"));
        QVERIFY(savePicture(page(), file));
        const QImage image(file);
        QCOMPARE(image.size(), page().size() * 2);
        QVERIFY(image.height() > 2 * m_pane.height());
    }

    void anSvgCanBeDrawn()
    {
        const QString file = m_folder.filePath(QStringLiteral("a.SVG"));
        QVERIFY(savePicture(page(), file));
        QSvgRenderer renderer(file);
        QVERIFY(renderer.isValid());
        QCOMPARE(renderer.viewBox(), page().rect());
    }

    void anSvgCutsLongLinesWhereThePaneDoes()
    {
        Runner::Traceback wide = traceback();
        Runner::TracebackFrame &frame = wide.exceptions.first().frames.first();
        frame.sourceLine = QStringLiteral("    return ") + QStringLiteral("total(orders) + ").repeated(20);
        frame.range = {8, 8, 11, 300};
        TracebackPane pane(m_theme, m_highlighter);
        pane.resize(600, 200);
        pane.show();
        pane.showTraceback(wide);
        QCoreApplication::processEvents();
        QWidget &drawn = *pane.findChild<QScrollArea *>()->widget();
        const QString file = m_folder.filePath(QStringLiteral("wide.svg"));
        QVERIFY(savePicture(drawn, file));
        QSvgRenderer renderer(file);
        QImage image(drawn.size(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        renderer.render(&painter);
        painter.end();
        for (int x = image.width() - m_theme.scaled(12); x < image.width(); ++x) {
            for (int y = 1; y < image.height(); ++y)
                QCOMPARE(image.pixel(x, y), image.pixel(image.width() - 2, 0)); // the margin
        }
    }

    void noButtonIsInAPicture()
    {
        TracebackPane pane(m_theme, m_highlighter);
        pane.resize(600, 400);
        pane.show();
        pane.showTraceback(traceback());
        pane.showExplanation(explanation());
        QCoreApplication::processEvents();
        QWidget &drawn = *pane.findChild<QScrollArea *>()->widget();
        QPushButton *button = nullptr;
        const QList<QPushButton *> buttons = drawn.findChildren<QPushButton *>();
        for (QPushButton *candidate : buttons) {
            if (candidate->isVisibleTo(&drawn))
                button = candidate;
        }
        QVERIFY(button);
        button->setFocus();
        const QRect place(button->mapTo(&drawn, QPoint()), button->size());
        const auto colorsIn = [&place](const QImage &image) {
            QSet<QRgb> colors;
            for (int x = place.left(); x <= place.right(); ++x) {
                for (int y = place.top(); y <= place.bottom(); ++y)
                    colors.insert(image.pixel(x, y));
            }
            return colors.size();
        };
        QVERIFY(colorsIn(drawn.grab().toImage()) > 1);
        const QString file = m_folder.filePath(QStringLiteral("plain.png"));
        QVERIFY(savePicture(drawn, file));
        QCOMPARE(colorsIn(QImage(file).scaled(drawn.size())), 1);
        QVERIFY(colorsIn(drawn.grab().toImage()) > 1); // it is there again
        QCOMPARE(pane.focusWidget(), button);
    }

    void aFolderThatIsNotThereIsNamed()
    {
        const auto saved = savePicture(page(), QStringLiteral("/nowhere/a.png"));
        QVERIFY(!saved);
        QVERIFY(saved.error().message.contains(QLatin1String("/nowhere/a.png")));
    }
};

QTEST_MAIN(TracebackExportTest)
#include "tst_tracebackexport.moc"
