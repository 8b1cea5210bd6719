// SPDX-License-Identifier: GPL-3.0-or-later
#include "heartbeat.h"
#include "measuring.h"
#include "sessionrecorder.h"

#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "editor/findbar.h"
#include "editor/findreplace.h"
#include "editor/folding.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Skillet;
using namespace Skillet::Ui;

namespace {

constexpr int limitMs = 120000;
constexpr int rounds = 15;
constexpr int programLines = 20000;
constexpr int longLineMegabytes = 5;
constexpr qint64 textMegabytes = 50;
constexpr int needles = 1000;

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

void write(const QString &path, const QByteArray &part, qint64 times)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        throw Failure("a file to open could not be written");
    for (qint64 i = 0; i < times; ++i)
        file.write(part);
}

class EditorBench final
{
public:
    EditorBench()
    {
        m_area.resize(1000, 700);
        m_area.show();
        handleEvents(300);
    }

    [[nodiscard]] EditorArea &area() { return m_area; }
    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(s(name)); }

    /// From opening the file to its being painted.
    double open(const QString &path)
    {
        QElapsedTimer clock;
        clock.start();
        if (!m_area.openFile(path).ok())
            throw Failure("a file could not be opened");
        waitForPaint();
        return millisecondsSince(clock);
    }

    /// From a key to the editor's having been painted.
    double press(const QString &keys)
    {
        QElapsedTimer clock;
        clock.start();
        QTest::keyClicks(m_area.currentEditor(), keys);
        waitForPaint();
        return millisecondsSince(clock);
    }

private:
    void waitForPaint()
    {
        PaintWatch watch;
        m_area.currentEditor()->viewport()->installEventFilter(&watch);
        m_area.currentEditor()->viewport()->update();
        if (!handleEventsUntil([&] { return watch.painted; }, limitMs))
            throw Failure("the editor was not painted");
    }

    QTemporaryDir m_folder;
    Theme m_theme;
    CodeHighlighter m_highlighter{m_theme};
    Workspace::Journal m_journal{m_folder.filePath(s("journal"))};
    EditorArea m_area{m_theme, m_highlighter, m_journal};
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// A program as people write them: classes, text, comments, calls.
void writeProgram(const QString &path)
{
    const QByteArray part = "class Order:\n"
                            "    \"\"\"One order of a customer.\"\"\"\n"
                            "\n"
                            "    def __init__(self, name: str, price: float = 2.5) -> None:\n"
                            "        self.name = name\n"
                            "        self.price = price  # of one\n"
                            "\n"
                            "    def total(self, count: int) -> float:\n"
                            "        return round(self.price * count, 2)\n"
                            "\n";
    write(path, part, programLines / part.count('\n'));
}

void measureProgram(EditorBench &bench)
{
    const QString path = bench.path("orders.py");
    writeProgram(path);
    write(bench.path("small.py"), "x = 1\n", 10);
    (void)bench.open(bench.path("small.py")); // loads the definition of the language
    std::vector<double> opened;
    for (int i = 0; i < 5; ++i) {
        opened.push_back(bench.open(path));
        bench.area().closeCurrent();
        handleEvents(50);
    }
    std::printf("open %.2f\n", median(opened));
    (void)bench.open(path);
    CodeEditor &editor = *bench.area().currentEditor();
    editor.goTo(programLines / 2 + 9, 12);
    handleEvents(300);
    std::vector<double> keys;
    for (int i = 0; i < rounds; ++i)
        keys.push_back(bench.press(s("x")));
    std::printf("key %.2f\n", median(keys));
    std::vector<double> quotes;
    for (int i = 0; i < rounds; ++i) {
        quotes.push_back(bench.press(s("'''")));
        editor.undo();
        handleEvents(20);
    }
    std::printf("quotes %.2f\n", median(quotes));
    QElapsedTimer clock;
    clock.start();
    editor.folding().foldAll();
    std::printf("fold %.2f\n", millisecondsSince(clock));
}

void measureLongLine(EditorBench &bench)
{
    const QString path = bench.path("data.py");
    write(path, "x = '" + QByteArray(longLineMegabytes * 1'000'000, 'a') + "'\ny = 1\n", 1);
    std::printf("line_open %.2f\n", bench.open(path));
    handleEvents(200);
    std::vector<double> keys;
    for (int i = 0; i < rounds; ++i)
        keys.push_back(bench.press(s("x")));
    std::printf("line_key %.2f\n", median(keys));
    (void)bench.area().saveCurrent(); // or closing would ask
    bench.area().closeCurrent();
}

/// The longest gap of the event loop while a text is searched, and how long that takes.
void measureFind(EditorBench &bench)
{
    const QString path = bench.path("log.txt");
    const QByteArray line =
        "2026-01-05 10:00:00,123 INFO shop.server: request served in 12 ms, nothing else to tell\n";
    const qint64 lines = textMegabytes * 1000000 / line.size() / needles;
    write(path, line.repeated(static_cast<int>(lines)) + "and here is a needle\n", needles);
    QElapsedTimer clock;
    clock.start();
    std::printf("huge_open %.1f\n", bench.open(path));
    bench.area().find().open(false);
    handleEvents(300);
    auto *bar = bench.area().findChild<FindBar *>();
    auto *pattern = bar->findChild<QLineEdit *>();
    const auto isCounted = [bar] {
        const QList<QLabel *> labels = bar->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->text().remove(u',').contains(QString::number(needles));
        });
    };
    clock.start();
    const Heartbeat heartbeat;
    pattern->setText(s("needle"));
    if (!handleEventsUntil(isCounted, limitMs))
        throw Failure("not all places were found");
    const double time = millisecondsSince(clock);
    handleEvents(200);
    std::printf("find %.1f\nfind_gap %.1f\n", time, heartbeat.longestMs());
    bench.area().find().close();
    std::vector<double> keys;
    for (int i = 0; i < rounds; ++i)
        keys.push_back(bench.press(s("x")));
    std::printf("huge_key %.2f\n", median(keys));
}

} // namespace

/// Prints what the editor takes with long files, a `name value` in each line, in milliseconds. Fails when a
/// file is not opened or painted, or a place is not found.
int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    try {
        EditorBench bench;
        measureProgram(bench);
        measureLongLine(bench);
        measureFind(bench);
    } catch (const Failure &failure) {
        std::fprintf(stderr, "Failed: %s.\n", failure.what());
        return 1;
    }
    return 0;
}
