// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/session.h"

#include "realsession.h"

#include <QTest>

#include <optional>

using namespace Skillet::Runner;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

/// Everything that Python could ask a learner's class or object, counted.
const char *const countingClasses = R"(
calls = []
def counted(what):
    def count(*arguments, **more):
        calls.append(what)
        raise RuntimeError(what)
    return count
everything = ['__getattribute__', '__getattr__', '__dir__', '__eq__', '__len__', '__repr__', '__str__', '__bool__',
              '__iter__', '__getitem__', '__contains__', '__call__', '__format__', '__index__', '__length_hint__']
class Meta(type):
    pass
class Hostile(metaclass=Meta):
    def total(self, orders, *, tax=0.2):
        "The total."
    __class__ = property(counted('class'))
    __doc__ = property(counted('doc'))
    __wrapped__ = property(counted('wrapped'))
    __signature__ = property(counted('signature'))
    __name__ = property(counted('name'))
    price = property(counted('price'))
for name in everything:
    setattr(Hostile, name, counted(name))
Hostile.__hash__ = lambda self: hash('hostile')
hostile = object.__new__(Hostile)
object.__setattr__(hostile, 'size', 3)
for name in everything + ['__instancecheck__', '__subclasscheck__', '__subclasses__', 'mro', '__prepare__']:
    setattr(Meta, name, counted('Meta.' + name))
type.__setattr__(Meta, '__hash__', type.__hash__)
class HostileList(list):
    pass
for name in everything:
    setattr(HostileList, name, counted('list.' + name))
items = list.__new__(HostileList)
nested = {'one': [hostile], 'two': items}
def function(x, y=hostile): pass
function.__wrapped__ = hostile
)";

} // namespace

/// What the prompt's worker answers about names, with real Python in it.
class TestAssistance final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void completions_comeFromTheLiveNames();
    void completions_countCharactersBeyondAscii();
    void parameters_areCompletedInACall();
    void callTip_marksTheParameter();
    void callTip_ofABoundMethodLeavesSelfOut();
    void help_isForNamesAndTopics();
    void names_tellTypeLengthAndPreview();
    void names_tellTheShapeOfArraysAndTables();
    void names_areMaskedWhenSecret();
    void names_areBounded();
    void hostileObjects_areNeverAsked();
    void traceFunction_isNotCalled();
    void brokenBuiltins_doNotMatter();
    void hugeNamespace_isAnsweredInTime();
    void question_whileARunGoesOn_isAnsweredAfterIt();

private:
    [[nodiscard]] Completions complete(const QString &source);
    [[nodiscard]] CallTip callTip(const QString &source);
    [[nodiscard]] QString help(const QString &topic);
    [[nodiscard]] NameList names();
    [[nodiscard]] std::optional<NameEntry> name(const QString &name);
    [[nodiscard]] static QStringList texts(const Completions &completions);
    void run(const char *source);
    void askEverything();

    RealSession m_real;
};

void TestAssistance::init()
{
    m_real.start();
}

void TestAssistance::cleanup()
{
    m_real.end();
}

namespace {

/// The answer with that number, or an empty one after a long while. `ask` returns the number.
template <typename Answer, typename Signal, typename Ask>
Answer answerTo(Session &session, Signal signal, Ask ask)
{
    std::map<quint32, Answer> answers;
    const auto connection = QObject::connect(
        &session, signal, &session, [&](quint32 number, const Answer &answer) { answers[number] = answer; });
    const quint32 number = ask();
    (void)handleEventsUntil([&] { return answers.contains(number); }, 10000);
    QObject::disconnect(connection);
    return answers[number];
}

} // namespace

Completions TestAssistance::complete(const QString &source)
{
    return answerTo<Completions>(*m_real.session, &Session::completionsKnown, [&] {
        return m_real.session->askCompletions(source, static_cast<int>(source.size()));
    });
}

CallTip TestAssistance::callTip(const QString &source)
{
    return answerTo<CallTip>(*m_real.session, &Session::callTipKnown, [&] {
        return m_real.session->askCallTip(source, static_cast<int>(source.size()));
    });
}

QString TestAssistance::help(const QString &topic)
{
    std::map<quint32, QString> answers;
    const auto connection =
        connect(m_real.session.get(), &Session::helpShown, this,
                [&](quint32 number, const QString &, const QString &shown) { answers[number] = shown; });
    const quint32 number = m_real.session->askHelp(topic);
    (void)handleEventsUntil([&] { return answers.contains(number); }, 10000);
    disconnect(connection);
    return answers[number];
}

NameList TestAssistance::names()
{
    return answerTo<NameList>(*m_real.session, &Session::namesKnown,
                              [&] { return m_real.session->askNames(); });
}

std::optional<NameEntry> TestAssistance::name(const QString &name)
{
    for (const NameEntry &entry : names().entries) {
        if (entry.name == name)
            return entry;
    }
    return std::nullopt;
}

QStringList TestAssistance::texts(const Completions &completions)
{
    QStringList list;
    for (const Completion &item : completions.items)
        list.append(item.text);
    return list;
}

void TestAssistance::run(const char *source)
{
    const auto run = m_real.log->run(text(source), 10000, ProgramKind::Pasted);
    QVERIFY2(run.outcome == RunOutcome::Finished,
             qPrintable(run.tracebacks.isEmpty() ? QString() : run.tracebacks.at(0).plainText));
}

void TestAssistance::askEverything()
{
    for (const char *source : {"", "h", "hostile.", "hostile.price.", "hostile.size.", "Hostile.", "Meta.",
                               "items.", "nested['", "nested.", "function.", "hostile.total("})
        (void)complete(text(source));
    for (const char *source : {"hostile(", "Hostile(", "hostile.total(", "Hostile.total(1, ", "items(",
                               "function(", "items.append(", "Meta("})
        (void)callTip(text(source));
    for (const char *topic : {"hostile", "Hostile", "hostile.total", "hostile.price", "items", "HostileList",
                              "Meta", "function", "nested"})
        (void)help(text(topic));
}

void TestAssistance::completions_comeFromTheLiveNames()
{
    run("orders = [1, 2]\nclass Shop:\n    name = 'x'\n");
    const Completions found = complete(QStringLiteral("total = sum(orde"));
    QCOMPARE(texts(found), QStringList{QStringLiteral("orders")});
    QCOMPARE(found.from, 12);
    QCOMPARE(found.items.at(0).kind, NameKind::Variable);
    QCOMPARE(found.items.at(0).detail, QStringLiteral("list"));
    QCOMPARE(texts(complete(QStringLiteral("orders.app"))), QStringList{QStringLiteral("append")});
    QCOMPARE(texts(complete(QStringLiteral("Shop.na"))), QStringList{QStringLiteral("name")});
    QCOMPARE(complete(QStringLiteral("Sho")).items.at(0).kind, NameKind::Class);
}

void TestAssistance::completions_countCharactersBeyondAscii()
{
    run("größe = 1\ngrößen = {'äpfel': 1}\n");
    const QString source = text("print('ü😀', grö");
    const Completions found = complete(source);
    QCOMPARE(texts(found), (QStringList{text("größe"), text("größen")}));
    QCOMPARE(found.from, static_cast<int>(source.size()) - 3);
    QCOMPARE(texts(complete(text("größen['ä"))), QStringList{text("äpfel")});
}

void TestAssistance::parameters_areCompletedInACall()
{
    run("def price(net, *, tax=0.2, tag=None): pass\n");
    const Completions found = complete(QStringLiteral("price(1, ta"));
    QCOMPARE(texts(found).mid(0, 2), (QStringList{QStringLiteral("tax="), QStringLiteral("tag=")}));
    QCOMPARE(found.items.at(0).kind, NameKind::Parameter);
    QVERIFY(!texts(complete(QStringLiteral("price(1, tax=2, ta"))).contains(QStringLiteral("tax=")));
}

void TestAssistance::callTip_marksTheParameter()
{
    run("def total(bestellungen, größe='ä', *, tax=0.2) -> float:\n    'Sums them up.\\n\\n    And more.'\n");
    const CallTip tip = callTip(QStringLiteral("x = total([1, 2], "));
    QCOMPARE(tip.signature, text("total(bestellungen, größe='ä', *, tax=0.2) -> float"));
    QCOMPARE(tip.signature.mid(tip.activeFrom, tip.activeTo - tip.activeFrom), text("größe='ä'"));
    QCOMPARE(tip.documentation, QStringLiteral("Sums them up."));
    const CallTip byName = callTip(QStringLiteral("total([], tax="));
    QCOMPARE(byName.signature.mid(byName.activeFrom, byName.activeTo - byName.activeFrom),
             QStringLiteral("tax=0.2"));
    QVERIFY(callTip(QStringLiteral("total()")).signature.isEmpty());
    QVERIFY(callTip(QStringLiteral("nothing(")).signature.isEmpty());
}

void TestAssistance::callTip_ofABoundMethodLeavesSelfOut()
{
    run("class Shop:\n    def __init__(self, name): pass\n    def sell(self, what, price=1): pass\nshop = "
        "Shop('')\n");
    QCOMPARE(callTip(QStringLiteral("shop.sell(")).signature, QStringLiteral("sell(what, price=1)"));
    QCOMPARE(callTip(QStringLiteral("Shop.sell(")).signature, QStringLiteral("sell(self, what, price=1)"));
    QCOMPARE(callTip(QStringLiteral("Shop(")).signature, QStringLiteral("Shop(name)"));
    QCOMPARE(callTip(QStringLiteral("len(")).signature, QStringLiteral("len(obj, /)"));
}

void TestAssistance::help_isForNamesAndTopics()
{
    run("def total(orders):\n    'Sums them up.'\n");
    QCOMPARE(help(QStringLiteral("total")), QStringLiteral("total(orders)\n    Sums them up.\n"));
    QVERIFY(help(QStringLiteral("str.join")).startsWith(QLatin1String("join(self, iterable, /)\n")));
    QVERIFY(help(QStringLiteral("while")).contains(QLatin1String("The \"while\" statement")));
    QVERIFY(help(QStringLiteral("nothing_of_that_name")).isEmpty());
    QVERIFY(help(QStringLiteral("1 +")).isEmpty());
}

void TestAssistance::names_tellTypeLengthAndPreview()
{
    run("import collections\norders = [1, 2, 3]\n_hidden = 1\ndef f(): pass\nc = "
        "collections.Counter('aab')\n");
    QStringList found;
    for (const NameEntry &entry : names().entries)
        found.append(entry.name);
    QCOMPARE(found,
             (QStringList{QStringLiteral("collections"), QStringLiteral("orders"), QStringLiteral("f"),
                          QStringLiteral("c")}));
    const auto orders = name(QStringLiteral("orders"));
    QCOMPARE(orders->type, QStringLiteral("list"));
    QCOMPARE(orders->length, 3);
    QCOMPARE(orders->preview, QStringLiteral("[1, 2, 3]"));
    QCOMPARE(name(QStringLiteral("f"))->kind, NameKind::Function);
    QCOMPARE(name(QStringLiteral("collections"))->kind, NameKind::Module);
    QCOMPARE(name(QStringLiteral("c"))->type, QStringLiteral("collections.Counter"));
}

void TestAssistance::names_tellTheShapeOfArraysAndTables()
{
    run("import numpy, pandas\n"
        "grid = numpy.zeros((3, 4)); row = numpy.arange(20); one = numpy.array(7)\n"
        "table = pandas.DataFrame({'price': [1, 2], 'qty': [3, 4]}); column = table['price']\n");
    const auto grid = name(QStringLiteral("grid"));
    QCOMPARE(grid->type, QStringLiteral("numpy.ndarray"));
    QCOMPARE(grid->shape, QStringLiteral("3 x 4"));
    QCOMPARE(grid->length, 3);
    QCOMPARE(name(QStringLiteral("row"))->preview, text("[0, 1, 2, 3, 4, 5, 6, 7, …]"));
    QCOMPARE(name(QStringLiteral("one"))->length, -1);
    const auto table = name(QStringLiteral("table"));
    QCOMPARE(table->type, QStringLiteral("pandas.DataFrame"));
    QCOMPARE(table->shape, QStringLiteral("2 x 2"));
    QCOMPARE(table->preview, QStringLiteral("['price', 'qty']"));
    QCOMPARE(name(QStringLiteral("column"))->length, 2);
}

void TestAssistance::names_areMaskedWhenSecret()
{
    run("db_password = 'hunter2'\napi_key = b'k'\n");
    QVERIFY(!name(QStringLiteral("db_password"))->preview.contains(QLatin1String("hunter")));
    QVERIFY(!name(QStringLiteral("api_key"))->preview.contains(QLatin1Char('k')));
}

void TestAssistance::names_areBounded()
{
    run("for number in range(1500): globals()[f'name{number}'] = number\n");
    const NameList list = names();
    QCOMPARE(list.entries.size(), 1000);
    QCOMPARE(list.omitted, 501);
}

void TestAssistance::hostileObjects_areNeverAsked()
{
    run(countingClasses);
    run("calls.clear()");
    askEverything();
    QVERIFY(names().entries.size() > 8);
    QCOMPARE(texts(complete(QStringLiteral("hostile.tot"))), QStringList{QStringLiteral("total")});
    QCOMPARE(callTip(QStringLiteral("hostile.total(")).signature,
             QStringLiteral("total(orders, *, tax=0.2)"));
    QCOMPARE(m_real.log->run(QStringLiteral("print(calls)")).out, QStringLiteral("[]\n"));
}

void TestAssistance::traceFunction_isNotCalled()
{
    run("import sys\nseen = set()\ndef note(frame, event, argument):\n    "
        "seen.add(frame.f_code.co_filename.rpartition('/')[2])\n"
        "sys.settrace(note); sys.setprofile(note)\n");
    (void)complete(QStringLiteral("se"));
    (void)callTip(QStringLiteral("note("));
    (void)help(QStringLiteral("note"));
    (void)names();
    QCOMPARE(m_real.log
                 ->run(QStringLiteral(
                     "sys.settrace(None); sys.setprofile(None); "
                     "print(seen & {'completion.py', 'calltips.py', 'helptext.py', 'inspection.py'})"))
                 .out,
             QStringLiteral("set()\n"));
    QCOMPARE(texts(complete(QStringLiteral("see"))), QStringList{QStringLiteral("seen")});
}

void TestAssistance::brokenBuiltins_doNotMatter()
{
    run("orders = [1]\nimport builtins, os, sys, re\n"
        "def bad(*arguments, **more): raise SystemExit\n"
        "os.scandir = os.fspath = os.listdir = re.compile = bad; sys.path = bad; sys.setrecursionlimit(60)\n"
        "sys.modules.clear(); sys.modules['sys'] = sys; sys.modules['builtins'] = builtins\n"
        "for name in 'len type list isinstance dir getattr str dict set tuple zip enumerate sorted vars "
        "repr'.split(): "
        "setattr(builtins, name, bad)\n");
    QCOMPARE(texts(complete(QStringLiteral("orders.app"))), QStringList{QStringLiteral("append")});
    QCOMPARE(texts(complete(QStringLiteral("orde"))), QStringList{QStringLiteral("orders")});
    QCOMPARE(callTip(QStringLiteral("bad(")).signature, QStringLiteral("bad(*arguments, **more)"));
    QVERIFY(!help(QStringLiteral("bad")).isEmpty());
    QCOMPARE(name(QStringLiteral("orders"))->preview, QStringLiteral("[1]"));
    (void)complete(QStringLiteral("import o"));
    (void)complete(QStringLiteral("open('"));
    (void)help(QStringLiteral("while"));
    QCOMPARE(m_real.log->run(QStringLiteral("print(orders)")).out, QStringLiteral("[1]\n"));
    QCOMPARE(m_real.log->workers, 1);
}

void TestAssistance::hugeNamespace_isAnsweredInTime()
{
    run("globals().update((f'name{number}', number) for number in range(100_000))\n"
        "big = dict.fromkeys(map(str, range(1_000_000)))\n");
    QVERIFY(complete(QStringLiteral("name")).more);
    QVERIFY(!complete(QStringLiteral("big['1")).items.isEmpty());
    QCOMPARE(texts(complete(QStringLiteral("big.fromk"))), QStringList{QStringLiteral("fromkeys")});
    QCOMPARE(names().entries.size(), 1000);
}

void TestAssistance::question_whileARunGoesOn_isAnsweredAfterIt()
{
    const RunId run = m_real.execute(QStringLiteral("late = input()"));
    QVERIFY(m_real.log->waitForState(SessionState::WaitingInput));
    bool answered = false;
    bool found = false;
    connect(m_real.session.get(), &Session::namesKnown, this, [&](quint32, const NameList &list) {
        answered = true;
        found = list.entries.size() == 1 && list.entries.at(0).name == QLatin1String("late");
    });
    (void)m_real.session->askNames();
    m_real.session->sendInput(QStringLiteral("x"));
    QCOMPARE(m_real.log->waitFor(run).outcome, RunOutcome::Finished);
    QVERIFY(handleEventsUntil([&] { return answered; }, 10000));
    QVERIFY(found);
}

QTEST_GUILESS_MAIN(TestAssistance)
#include "tst_assistance.moc"
