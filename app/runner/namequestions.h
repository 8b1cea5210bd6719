// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.h"
#include "runner/assistance.h"
#include "runner/reading.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <map>
#include <optional>

namespace Skillet::Runner {

class WorkerProcess;

/// A worker's questions about names. Each gets exactly one answer, in a later turn of the event loop; when
/// Python cannot give one soon, the answer is empty, so that nobody waits for ever.
class NameQuestions final : public QObject
{
    Q_OBJECT

public:
    explicit NameQuestions(QObject *parent = nullptr);

    enum class When {
        Now, ///< asked at once, or of the worker that is coming up
        Later, ///< when the worker is idle
        Never, ///< the answer is empty
    };
    /// `request` without its number; `source` is the text it is about, if any.
    [[nodiscard]] quint32 ask(Protocol::Request request, When when, const QString &source = {});

    /// A new one, or the same after a run: what waits is asked.
    void workerIsIdle(WorkerProcess &worker);
    void workerIsLost();
    /// False: the event is no answer about names.
    bool handleEvent(const Protocol::Event &event);

Q_SIGNALS:
    void completionsKnown(quint32 request, const Skillet::Runner::Completions &completions);
    void callTipKnown(quint32 request, const Skillet::Runner::CallTip &tip);
    void problemsKnown(quint32 request, const Skillet::Runner::ProblemList &problems);
    void outlineKnown(quint32 request, const Skillet::Runner::Outline &outline);
    void placesKnown(quint32 request, const Skillet::Runner::Places &places);
    void helpShown(quint32 request, const QString &title, const QString &text);
    void frameKnown(quint32 request, bool isThere);
    /// A run was to go on in a frame that is gone.
    void frameWasGone();
    void workerWasLost();
    void namesKnown(quint32 request, const Skillet::Runner::NameList &names);

private:
    enum class Stage { Waiting, Sent, Refused };
    struct Question
    {
        Protocol::Request request;
        QString source;
        Stage stage = Stage::Waiting;
    };

    void send(Question &question);
    void refuse(Question &question);
    void giveUp(const std::function<bool(Stage)> &isOver);
    void answerEmpty(quint32 number, const Question &question);
    /// The question of that number, which is no longer open then; none: the answer is stale.
    [[nodiscard]] std::optional<Question> take(quint32 number);

    std::map<quint32, Question> m_open;
    quint32 m_last = 0;
    WorkerProcess *m_worker = nullptr;
    QTimer m_timer;
};

} // namespace Skillet::Runner
