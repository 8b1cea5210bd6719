// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/probes.h"
#include "theme/theme.h"

#include <QHash>
#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace Skillet::Ui {

class RoleLabel;

/// What came of a probe.
struct ProbeAnswer
{
    enum class State {
        Waiting, ///< it runs
        Answered,
        Failed, ///< `text` says why
    };

    State state = State::Waiting;
    QString text;
};

/// What to ask Python next about an error: small expressions with what they tell, one below the other. Where
/// the frame is at hand each is a button with the answer beside it; else they are words.
class ProbesView final : public QWidget
{
    Q_OBJECT

public:
    enum class Frame {
        Alive,
        Gone, ///< the traceback came as text, or Python has forgotten it
    };

    ProbesView(const Theme &theme, const QList<Incident::Probe> &probes, Frame frame, int line,
               QWidget *parent);

    void showAnswer(const QString &code, const ProbeAnswer &answer);

Q_SIGNALS:
    void probeWanted(const QString &code);

private:
    struct Row
    {
        QPushButton *button = nullptr;
        RoleLabel *answer = nullptr;
    };

    void addHeading();
    void addText(const QString &text);
    void addProbe(const Incident::Probe &probe);

    const Theme &m_theme;
    QVBoxLayout *m_column = nullptr;
    QHash<QString, Row> m_rows; ///< by code
};

/// `Which keys does `orders` have?`
[[nodiscard]] QString questionInWords(const Incident::Probe &probe);

} // namespace Skillet::Ui
