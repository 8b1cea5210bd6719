// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/namequestions.h"

#include "runner/wire.h"
#include "runner/wireassistance.h"
#include "runner/wirereading.h"
#include "runner/workerprocess.h"

#include <algorithm>
#include <utility>

namespace Skillet::Runner {

namespace {

constexpr int answerLimitMs = 2000;
constexpr int placesLimitMs = 8000; // of who asked for it and waits: other files may have to be read
constexpr qsizetype longestSource = 1'000'000;

void setNumber(Protocol::Request &request, quint32 number)
{
    std::visit(
        [number](auto &message) {
            if constexpr (requires { message.request; })
                message.request = number;
        },
        request);
}

} // namespace

NameQuestions::NameQuestions(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        // What waits for the end of a run goes on waiting.
        giveUp([this](Stage stage) { return stage != Stage::Waiting || !m_worker; });
    });
}

quint32 NameQuestions::ask(Protocol::Request request, When when, const QString &source)
{
    setNumber(request, ++m_last);
    Question &question =
        m_open.emplace(m_last, Question{std::move(request), source, Stage::Waiting}).first->second;
    if (when == When::Never || source.size() > longestSource)
        refuse(question);
    else if (when == When::Now)
        send(question);
    return m_last;
}

void NameQuestions::send(Question &question)
{
    if (!m_worker || m_worker->send(0, question.request)) {
        question.stage = m_worker ? Stage::Sent : Stage::Waiting;
        const bool takesLong = std::holds_alternative<Protocol::AskPlaces>(question.request);
        m_timer.start(std::max(takesLong ? placesLimitMs : answerLimitMs, m_timer.remainingTime()));
    } else {
        refuse(question);
    }
}

void NameQuestions::refuse(Question &question)
{
    question.stage = Stage::Refused;
    QMetaObject::invokeMethod(
        this, [this] { giveUp([](Stage stage) { return stage == Stage::Refused; }); }, Qt::QueuedConnection);
}

void NameQuestions::workerIsIdle(WorkerProcess &worker)
{
    m_worker = &worker;
    for (auto &[number, question] : m_open) {
        if (question.stage == Stage::Waiting)
            send(question);
    }
}

void NameQuestions::workerIsLost()
{
    m_worker = nullptr;
    for (auto &[number, question] : m_open)
        refuse(question);
    Q_EMIT workerWasLost();
}

std::optional<NameQuestions::Question> NameQuestions::take(quint32 number)
{
    const auto found = m_open.find(number);
    if (found == m_open.end())
        return std::nullopt;
    Question question = std::move(found->second);
    m_open.erase(found);
    return question;
}

bool NameQuestions::handleEvent(const Protocol::Event &event)
{
    if (const auto *items = std::get_if<Protocol::Completions>(&event)) {
        if (const auto question = take(items->request))
            Q_EMIT completionsKnown(items->request, Wire::completions(*items, question->source));
    } else if (const auto *tip = std::get_if<Protocol::CallTip>(&event)) {
        if (take(tip->request))
            Q_EMIT callTipKnown(tip->request, Wire::callTip(*tip));
    } else if (const auto *problems = std::get_if<Protocol::Problems>(&event)) {
        if (const auto question = take(problems->request))
            Q_EMIT problemsKnown(problems->request, Wire::problems(*problems, question->source));
    } else if (const auto *outline = std::get_if<Protocol::Outline>(&event)) {
        if (const auto question = take(outline->request))
            Q_EMIT outlineKnown(outline->request, Wire::outline(*outline, question->source));
    } else if (const auto *places = std::get_if<Protocol::Places>(&event)) {
        if (take(places->request))
            Q_EMIT placesKnown(places->request, Wire::places(*places));
    } else if (const auto *help = std::get_if<Protocol::HelpShown>(&event)) {
        if (help->request == 0 || take(help->request))
            Q_EMIT helpShown(help->request, Wire::text(help->title), Wire::text(help->text));
    } else if (const auto *names = std::get_if<Protocol::Names>(&event)) {
        if (take(names->request))
            Q_EMIT namesKnown(names->request, Wire::names(*names));
    } else if (const auto *frame = std::get_if<Protocol::FrameState>(&event)) {
        if (frame->request == 0)
            Q_EMIT frameWasGone();
        else if (take(frame->request))
            Q_EMIT frameKnown(frame->request, frame->isThere);
    } else {
        return false;
    }
    return true;
}

void NameQuestions::giveUp(const std::function<bool(Stage)> &isOver)
{
    std::map<quint32, Question> over;
    for (auto it = m_open.begin(); it != m_open.end();) {
        const auto current = it++;
        if (isOver(current->second.stage))
            over.insert(m_open.extract(current));
    }
    for (const auto &[number, question] : over)
        answerEmpty(number, question);
}

void NameQuestions::answerEmpty(quint32 number, const Question &question)
{
    if (std::holds_alternative<Protocol::AskCompletions>(question.request))
        Q_EMIT completionsKnown(number, {});
    else if (std::holds_alternative<Protocol::AskCallTip>(question.request))
        Q_EMIT callTipKnown(number, {});
    else if (std::holds_alternative<Protocol::AskProblems>(question.request))
        Q_EMIT problemsKnown(number, {});
    else if (std::holds_alternative<Protocol::AskOutline>(question.request))
        Q_EMIT outlineKnown(number, {});
    else if (std::holds_alternative<Protocol::AskPlaces>(question.request))
        Q_EMIT placesKnown(number, {});
    else if (const auto *help = std::get_if<Protocol::AskHelp>(&question.request))
        Q_EMIT helpShown(number, Wire::text(help->topic), {});
    else if (std::holds_alternative<Protocol::AskFrame>(question.request))
        Q_EMIT frameKnown(number, m_worker != nullptr); // it is busy, and tells when something runs there
    else
        Q_EMIT namesKnown(number, {});
}

} // namespace Skillet::Runner
