// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/editedlines.h"

#include "terminal/writing.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <readline/history.h>
#include <readline/readline.h>
#include <unistd.h>

namespace Skillet::Terminal {

namespace {

constexpr int mostHistory = 5000;

/// Readline calls a plain function with the line, so whom it is for must be kept beside it.
std::function<void(char *)> receiver;

void receiveLine(char *line)
{
    receiver(line);
}

int insertIndentation(int /*count*/, int /*key*/)
{
    return rl_insert_text("    ");
}

} // namespace

EditedLines::EditedLines(const QString &historyFile, QObject *parent)
    : LineSource(parent)
    , m_historyFile(QFile::encodeName(historyFile))
    , m_keys(STDIN_FILENO, QSocketNotifier::Read)
    , m_secrets(STDIN_FILENO)
{
    receiver = [this](char *line) { takeLine(line); };
    rl_readline_name = "skillet";
    rl_catch_signals = 0; // they come by way of the event loop
    rl_catch_sigwinch = 0;
    rl_initialize();
    rl_bind_key('\t', insertIndentation);
    using_history();
    stifle_history(mostHistory);
    read_history(m_historyFile.constData()); // missing at the first start
    m_keys.setEnabled(false);
    connect(&m_keys, &QSocketNotifier::activated, this, &EditedLines::readKey);
    connect(&m_secrets, &DescriptorLines::lineRead, this, [this](const QByteArray &line) {
        setEcho(true);
        writeAll(STDOUT_FILENO, "\n");
        Q_EMIT lineRead(QString::fromUtf8(line));
    });
    connect(&m_secrets, &DescriptorLines::ended, this, [this] {
        setEcho(true);
        Q_EMIT ended();
    });
}

EditedLines::~EditedLines()
{
    withdraw();
    receiver = nullptr;
}

void EditedLines::ask(const QString &prompt, LineKind kind)
{
    m_kind = kind;
    if (kind == LineKind::Secret) {
        setEcho(false);
        writeText(STDOUT_FILENO, prompt);
        m_secrets.ask();
        return;
    }
    m_isEditing = true;
    rl_callback_handler_install(prompt.toUtf8().constData(), receiveLine);
    m_keys.setEnabled(true);
}

void EditedLines::withdraw()
{
    m_secrets.withdraw();
    setEcho(true);
    m_keys.setEnabled(false);
    if (std::exchange(m_isEditing, false)) {
        rl_free_line_state();
        rl_callback_sigcleanup();
        rl_replace_line("", 0);
        rl_callback_handler_remove();
    }
}

void EditedLines::stepAside()
{
    if (m_isEditing)
        rl_clear_visible_line();
}

void EditedLines::comeBackAfter(const QString &written)
{
    if (m_isEditing) {
        if (!written.endsWith(QLatin1Char('\n')))
            writeAll(STDOUT_FILENO, "\n"); // Readline counts on the first column
        rl_on_new_line();
        rl_redisplay();
    }
}

void EditedLines::adaptToTerminal()
{
    rl_resize_terminal();
    if (m_isEditing) {
        rl_prep_terminal(1);
        rl_forced_update_display();
    } else if (m_echoing) {
        m_echoing.reset();
        setEcho(false);
    }
}

void EditedLines::readKey()
{
    rl_callback_read_char();
    // Answered from here, not from within Readline: the next question may come at once.
    if (!std::exchange(m_isAnswered, false))
        return;
    const auto answer = std::exchange(m_answer, std::nullopt);
    if (!answer) {
        Q_EMIT ended();
        return;
    }
    if (m_kind == LineKind::Command)
        remember(*answer);
    Q_EMIT lineRead(QString::fromUtf8(*answer));
}

void EditedLines::takeLine(char *line)
{
    m_isAnswered = true;
    m_answer = line ? std::optional(QByteArray(line)) : std::nullopt;
    std::free(line);
    m_isEditing = false;
    m_keys.setEnabled(false);
    rl_callback_handler_remove();
}

void EditedLines::remember(const QByteArray &line)
{
    if (line.trimmed().isEmpty())
        return;
    const HIST_ENTRY *last = history_get(history_base + history_length - 1);
    if (last && line == last->line)
        return;
    add_history(line.constData());
    if (append_history(1, m_historyFile.constData()) == 0)
        return;
    QDir().mkpath(QFileInfo(QFile::decodeName(m_historyFile)).path());
    write_history(m_historyFile.constData());
}

/// Off while a secret is typed. The terminal is left as it was found.
void EditedLines::setEcho(bool on)
{
    if (on) {
        if (const auto before = std::exchange(m_echoing, std::nullopt))
            ::tcsetattr(STDIN_FILENO, TCSADRAIN, &*before);
        return;
    }
    termios mode = {};
    if (m_echoing || ::tcgetattr(STDIN_FILENO, &mode) != 0)
        return;
    m_echoing = mode;
    mode.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSADRAIN, &mode);
}

} // namespace Skillet::Terminal
