// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/assistance.h"
#include "runner/explanation.h"
#include "runner/reading.h"

#include <QObject>
#include <QString>

#include <memory>

namespace Skillet::Runner {

struct AnalystOptions
{
    QString worker;
    QString workerPython;
    int answerLimitMs = 2000; ///< then the worker is replaced
};

/// The worker that knows Python and never runs the learner's code: it explains errors, and reads programs
/// for completion. Started when it is first needed, replaced when it dies or hangs, and given up when it
/// goes on dying: then all answers are empty, so that nobody waits for ever.
class Analyst final : public QObject
{
    Q_OBJECT

public:
    explicit Analyst(const AnalystOptions &options, QObject *parent = nullptr);
    ~Analyst() override;

    /// Starts the worker, so that the first answer is quick too.
    void warmUp();

    /// Asks for an error in plain words. Answered by one explained(), in a later turn of the event loop; a
    /// newer question takes the place of one that is not answered yet.
    quint32 explain(const ExplanationQuestion &question);

    /// As Session's, of the text in `source` alone. `file` is where it is saved; may be empty.
    quint32 askCompletions(const QString &source, qsizetype cursor, const QString &file = {});
    quint32 askCallTip(const QString &source, qsizetype cursor, const QString &file = {});
    /// What in `source` will not run, or hardly does what is meant. Answered by problemsKnown().
    quint32 askProblems(const QString &source, const QString &file = {});
    /// What `source` is made of; `language` as CodeHighlighter calls it. Answered by outlineKnown().
    quint32 askOutline(const QString &source, const QString &language);
    /// The places that belong to one name. Answered by placesKnown().
    quint32 askPlaces(const PlacesQuestion &question);

Q_SIGNALS:
    void explained(quint32 request, const Skillet::Runner::Explanation &explanation);
    void completionsKnown(quint32 request, const Skillet::Runner::Completions &completions);
    void callTipKnown(quint32 request, const Skillet::Runner::CallTip &tip);
    void problemsKnown(quint32 request, const Skillet::Runner::ProblemList &problems);
    void outlineKnown(quint32 request, const Skillet::Runner::Outline &outline);
    void placesKnown(quint32 request, const Skillet::Runner::Places &places);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Skillet::Runner
