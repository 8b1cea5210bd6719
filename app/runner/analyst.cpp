// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/analyst.h"

#include "core/log.h"
#include "runner/namequestions.h"
#include "runner/wire.h"
#include "runner/wireassistance.h"
#include "runner/wirereading.h"
#include "runner/wiretraceback.h"
#include "runner/workersupply.h"

#include <QTimer>

#include <optional>
#include <utility>

namespace Skillet::Runner {

namespace {

constexpr int mostEarlyEnds = 3; // of workers that gave no answer, in a row
constexpr int mostTrials = 2; // of one question, when the worker dies or is busy with another
constexpr qsizetype longestSource = 1'000'000;
constexpr int patienceWithTheFirst = 5; // times the limit: a fresh worker has to load what it knows

} // namespace

class Analyst::Private
{
public:
    Private(Analyst *analyst, const AnalystOptions &options);

    void want();
    void takeWorker(WorkerProcess *fresh);
    void handleEvent(const Protocol::Event &event);
    void workerEnded();
    void giveUp();
    void send();
    void answer(const Explanation &explanation);
    void answerLater();
    [[nodiscard]] NameQuestions::When when();

    struct Question
    {
        Protocol::AskExplanation message;
        int trials = 0;
    };

    Analyst *q;
    std::unique_ptr<Question> open; // not answered yet
    quint32 lastRequest = 0;
    int earlyEnds = 0;
    bool isWanted = false; // asked of the supply
    bool isGivenUp = false;
    bool isFresh = true; // the worker has not answered yet
    int answerLimitMs;
    NameQuestions names;
    QTimer limit;
    WorkerProcess *worker = nullptr; // owned by supply
    WorkerSupply supply;
};

Analyst::Private::Private(Analyst *analyst, const AnalystOptions &options)
    : q(analyst)
    , answerLimitMs(options.answerLimitMs)
    , supply({options.worker,
              options.workerPython,
              Protocol::Role::Analyst,
              {},
              WorkerLaunch().handshakeLimitMs,
              {}},
             Standby::None)
{
    limit.setSingleShot(true);
    connect(&limit, &QTimer::timeout, q, [this] {
        qCWarning(Core::logRunner, "the analyst gave no answer in time and is replaced");
        workerEnded();
    });
    connect(&supply, &WorkerSupply::provided, q, [this](WorkerProcess *fresh) { takeWorker(fresh); });
    connect(&supply, &WorkerSupply::failed, q, [this] { giveUp(); }); // which has logged why
    connect(&names, &NameQuestions::completionsKnown, q, &Analyst::completionsKnown);
    connect(&names, &NameQuestions::callTipKnown, q, &Analyst::callTipKnown);
    connect(&names, &NameQuestions::problemsKnown, q, &Analyst::problemsKnown);
    connect(&names, &NameQuestions::outlineKnown, q, &Analyst::outlineKnown);
    connect(&names, &NameQuestions::placesKnown, q, &Analyst::placesKnown);
}

void Analyst::Private::want()
{
    if (worker || isWanted || isGivenUp)
        return;
    isWanted = true;
    supply.request();
}

void Analyst::Private::takeWorker(WorkerProcess *fresh)
{
    isWanted = false;
    isFresh = true;
    worker = fresh;
    connect(worker, &WorkerProcess::eventReceived, q,
            [this](quint32, const Protocol::Event &event) { handleEvent(event); });
    connect(worker, &WorkerProcess::ended, q, [this] { workerEnded(); });
    connect(worker, &WorkerProcess::outputReceived, q, [](quint32, OutputStream, const QByteArray &bytes) {
        qCWarning(Core::logRunner).noquote() << "analyst:" << QString::fromUtf8(bytes.left(2000)).trimmed();
    });
    names.workerIsIdle(*worker);
    send();
}

void Analyst::Private::send()
{
    if (!open || !worker)
        return;
    if (open->trials++ < mostTrials && worker->send(0, open->message))
        limit.start(isFresh ? answerLimitMs * patienceWithTheFirst : answerLimitMs);
    else
        answerLater();
}

void Analyst::Private::handleEvent(const Protocol::Event &event)
{
    const auto *words = std::get_if<Protocol::Explanation>(&event);
    if (!words && !names.handleEvent(event))
        return;
    earlyEnds = 0;
    isFresh = false;
    if (words && open && words->request == open->message.request)
        answer(fromProtocol(*words));
}

void Analyst::Private::workerEnded()
{
    limit.stop();
    names.workerIsLost();
    if (WorkerProcess *lost = std::exchange(worker, nullptr))
        lost->retire();
    if (++earlyEnds < mostEarlyEnds)
        want();
    else
        giveUp();
}

void Analyst::Private::giveUp()
{
    qCWarning(Core::logRunner, "errors are not explained any more: the analyst cannot be kept running");
    isWanted = false;
    isGivenUp = true;
    names.workerIsLost();
    answerLater();
}

void Analyst::Private::answer(const Explanation &explanation)
{
    limit.stop();
    const std::unique_ptr<Question> answered = std::exchange(open, nullptr);
    Q_EMIT q->explained(answered->message.request, explanation);
}

// In a later turn, so that explained() never comes within explain().
void Analyst::Private::answerLater()
{
    if (!open)
        return;
    QMetaObject::invokeMethod(
        q,
        [this, request = open->message.request] {
            if (open && open->message.request == request)
                answer({});
        },
        Qt::QueuedConnection);
}

NameQuestions::When Analyst::Private::when()
{
    want();
    return isGivenUp ? NameQuestions::When::Never : NameQuestions::When::Now;
}

Analyst::Analyst(const AnalystOptions &options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, options))
{ }

Analyst::~Analyst() = default;

void Analyst::warmUp()
{
    d->want();
}

quint32 Analyst::explain(const ExplanationQuestion &question)
{
    d->limit.stop();
    d->open = std::make_unique<Private::Question>();
    Protocol::AskExplanation &message = d->open->message;
    message.request = ++d->lastRequest;
    message.traceback = Wire::traceback(question.traceback);
    if (question.source.size() <= longestSource)
        message.source = question.source.toStdString();
    message.pythonVersion = question.pythonVersion.toStdString();
    message.folder = question.folder.toStdString();
    message.wantsChoices = question.wantsChoices;
    const quint32 request = message.request;
    d->want();
    if (d->isGivenUp)
        d->answerLater();
    else
        d->send();
    return request;
}

quint32 Analyst::askCompletions(const QString &source, qsizetype cursor, const QString &file)
{
    return d->names.ask(Protocol::AskCompletions{0, source.toStdString(), Wire::bytesBefore(source, cursor),
                                                 file.toStdString()},
                        d->when(), source);
}

quint32 Analyst::askCallTip(const QString &source, qsizetype cursor, const QString &file)
{
    return d->names.ask(
        Protocol::AskCallTip{0, source.toStdString(), Wire::bytesBefore(source, cursor), file.toStdString()},
        d->when(), source);
}

quint32 Analyst::askProblems(const QString &source, const QString &file)
{
    return d->names.ask(Protocol::AskProblems{0, source.toStdString(), file.toStdString()}, d->when(),
                        source);
}

quint32 Analyst::askOutline(const QString &source, const QString &language)
{
    return d->names.ask(Protocol::AskOutline{0, source.toStdString(), language.toStdString()}, d->when(),
                        source);
}

quint32 Analyst::askPlaces(const PlacesQuestion &question)
{
    return d->names.ask(Wire::askPlaces(question), d->when(), question.source);
}

} // namespace Skillet::Runner
