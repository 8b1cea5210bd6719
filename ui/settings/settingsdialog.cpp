// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingsdialog.h"

#include "actions.h"
#include "core/settings.h"
#include "runner/session.h"
#include "settings/fontrow.h"
#include "theme/rolelabel.h"
#include "theme/theme.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace Skillet::Ui {

namespace {

constexpr int ZoomStep = 10;
constexpr int MemoryStep = 64;
// Below the least limit: stands for "not chosen".
constexpr int NoMemoryLimit = Core::Settings::leastMemoryLimit - MemoryStep;
constexpr qint64 BytesInMegabyte = 1000000;

} // namespace

SettingsDialog::SettingsDialog(Core::Settings &settings, Theme &theme, const Actions &actions,
                               QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_theme(theme)
    , m_actions(actions)
{
    setWindowTitle(tr("Settings"));
    setObjectName(QStringLiteral("settingsDialog"));
    auto *scroll = new QScrollArea(this);
    m_page = new QWidget(scroll);
    m_page->setLayout(new QVBoxLayout);
    addLook();
    addPrompt();
    addPython();
    static_cast<QVBoxLayout *>(m_page->layout())->addStretch(1);
    scroll->setWidget(m_page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(scroll, 1);
    column->addWidget(buttons);
    const auto fit = [this, scroll] {
        alignLabels();
        m_memory->setMinimumWidth(m_theme.scaled(320)); // the hint forgets the room of the arrows
        scroll->setMinimumWidth(m_page->minimumSizeHint().width() + m_theme.scaled(16));
        const QSize wanted(m_theme.scaled(620), m_page->sizeHint().height() + m_theme.scaled(96));
        resize(wanted.boundedTo(screen()->availableSize() * 9 / 10));
    };
    connect(&m_theme, &Theme::changed, this, fit, Qt::QueuedConnection);
    fit();
}

// One column for all sections.
void SettingsDialog::alignLabels()
{
    QList<QWidget *> labels;
    for (const QFormLayout *form : m_page->findChildren<QFormLayout *>()) {
        for (int row = 0; row < form->rowCount(); ++row) {
            const QLayoutItem *item = form->itemAt(row, QFormLayout::LabelRole);
            if (item != nullptr && item->widget() != nullptr) {
                labels.append(item->widget());
            }
        }
    }
    int widest = 0;
    for (const QWidget *label : labels) {
        widest = std::max(widest, label->sizeHint().width());
    }
    for (QWidget *label : labels) {
        label->setMinimumWidth(widest);
    }
}

QFormLayout *SettingsDialog::addSection(const QString &title)
{
    auto *heading = new RoleLabel(m_theme, FontRole::InterfaceBold, ColorRole::Text, m_page);
    heading->setText(title);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setContentsMargins(0, m_theme.scaled(4), 0, m_theme.scaled(16));
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    auto *column = static_cast<QVBoxLayout *>(m_page->layout());
    column->addWidget(heading);
    column->addLayout(form);
    return form;
}

void SettingsDialog::addLook()
{
    QFormLayout *form = addSection(tr("Look"));
    auto *themes = new QComboBox(m_page);
    for (const ActionId id : {ActionId::ThemeDesktop, ActionId::ThemeLight, ActionId::ThemeDark}) {
        QAction *action = m_actions[id];
        themes->addItem(action->text().remove(QLatin1Char('&')));
        if (action->isChecked()) {
            themes->setCurrentIndex(themes->count() - 1);
        }
    }
    connect(themes, &QComboBox::activated, this, [this](int index) {
        constexpr ActionId ids[] = {ActionId::ThemeDesktop, ActionId::ThemeLight, ActionId::ThemeDark};
        m_actions[ids[index]]->trigger();
    });
    auto *zoom = new QSpinBox(m_page);
    zoom->setRange(Core::Settings::leastZoom, Core::Settings::mostZoom);
    zoom->setSingleStep(ZoomStep);
    zoom->setSuffix(tr(" %"));
    zoom->setKeyboardTracking(false); // "1" on the way to "150" is no size to show
    zoom->setValue(m_theme.zoomPercent());
    connect(zoom, &QSpinBox::valueChanged, this, &SettingsDialog::changeZoom);
    m_code = new FontRow(tr("Code"), FontKind::Monospaced, m_settings.codeFont(), m_page);
    m_lesson = new FontRow(tr("Lessons"), FontKind::Any, m_settings.lessonFont(), m_page);
    for (const FontRow *row : {m_code, m_lesson}) {
        connect(row, &FontRow::changed, this, &SettingsDialog::changeFonts);
    }
    form->addRow(tr("&Theme"), themes);
    form->addRow(tr("&Size of everything"), zoom);
    form->addRow(tr("&Code"), m_code);
    form->addRow(tr("&Lessons"), m_lesson);
}

void SettingsDialog::addPrompt()
{
    QFormLayout *form = addSection(tr("Prompt"));
    auto *output = new QSpinBox(m_page);
    output->setRange(1, Core::Settings::mostPromptOutput);
    output->setSuffix(tr(" MB"));
    output->setValue(m_settings.promptOutputMegabytes());
    output->setToolTip(tr("Older lines go to a file. Run > Save All Output has them too."));
    connect(output, &QSpinBox::valueChanged, this, [this](int megabytes) {
        m_settings.setPromptOutputMegabytes(megabytes);
        Q_EMIT promptOutputChanged();
    });
    auto *kept = new QSpinBox(m_page);
    kept->setRange(Core::Settings::leastPromptKept, Core::Settings::mostPromptKept);
    kept->setSingleStep(100);
    kept->setSuffix(tr(" MB"));
    kept->setGroupSeparatorShown(true);
    kept->setKeyboardTracking(false);
    kept->setValue(m_settings.promptKeptMegabytes());
    kept->setToolTip(tr("A program that writes more waits until you clear the prompt or stop it."));
    connect(kept, &QSpinBox::valueChanged, this, [this](int megabytes) {
        m_settings.setPromptKeptMegabytes(megabytes);
        Q_EMIT promptOutputChanged();
    });
    QAction *completes = m_actions[ActionId::CompleteAfterDot];
    auto *box = new QCheckBox(tr("Suggest names after a &dot"), m_page);
    box->setToolTip(completes->statusTip());
    box->setChecked(completes->isChecked());
    connect(box, &QCheckBox::toggled, completes, &QAction::setChecked);
    form->addRow(tr("&Output shown in the pane"), output);
    form->addRow(tr("Output &kept on disk"), kept);
    form->addRow(QString(), box);
}

void SettingsDialog::addPython()
{
    QFormLayout *form = addSection(tr("Python"));
    m_memory = new QSpinBox(m_page);
    m_memory->setRange(NoMemoryLimit, std::numeric_limits<int>::max() / 2);
    m_memory->setSingleStep(MemoryStep);
    m_memory->setSuffix(tr(" MB"));
    m_memory->setGroupSeparatorShown(true);
    m_memory->setSpecialValueText(
        tr("Half of this machine's (%L1 MB)").arg(Runner::defaultMemoryLimit() / BytesInMegabyte));
    m_memory->setValue(m_settings.memoryLimitMegabytes());
    m_memory->setKeyboardTracking(false);
    m_memory->setToolTip(tr("What a program uses beyond it is ended, before the whole machine grows slow."));
    connect(m_memory, &QSpinBox::valueChanged, this, [this](int megabytes) {
        m_settings.setMemoryLimitMegabytes(megabytes > NoMemoryLimit ? megabytes : 0);
        tellPythonChanged();
    });
    form->addRow(tr("&Memory it may use"), m_memory);
    QWidget *environment = environmentRow();
    form->addRow(tr("&Virtual environment"), environment);
    m_environmentNote = new RoleLabel(m_theme, FontRole::InterfaceSmall, ColorRole::Muted, m_page);
    m_environmentNote->setWordWrap(true);
    form->addRow(QString(), m_environmentNote);
    m_restartRow = new QWidget(m_page);
    auto *row = new QHBoxLayout(m_restartRow);
    row->setContentsMargins(0, 0, 0, 0);
    auto *note = new RoleLabel(m_theme, FontRole::Interface, ColorRole::Text, m_restartRow);
    note->setText(tr("Counts from the next start of the prompt."));
    auto *restart = new QPushButton(tr("&Restart the Prompt Now"), m_restartRow);
    restart->setAutoDefault(false);
    connect(restart, &QPushButton::clicked, this, [this] {
        m_restartRow->hide();
        Q_EMIT restartRequested();
    });
    row->addWidget(note, 1);
    row->addWidget(restart);
    m_restartRow->hide();
    form->addRow(m_restartRow);
    changeEnvironment(m_settings.environment());
}

QWidget *SettingsDialog::environmentRow()
{
    auto *line = new QWidget(m_page);
    m_environment = new QLineEdit(m_settings.environment(), line);
    m_environment->setPlaceholderText(tr("None: the packages of this machine"));
    m_environment->setClearButtonEnabled(true);
    m_environment->setAccessibleName(tr("Folder of the virtual environment"));
    connect(m_environment, &QLineEdit::textChanged, this,
            [this](const QString &text) { changeEnvironment(text.trimmed()); });
    auto *choose = new QPushButton(tr("C&hoose..."), line);
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &SettingsDialog::chooseEnvironment);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_environment, 1);
    row->addWidget(choose);
    line->setFocusProxy(m_environment);
    return line;
}

void SettingsDialog::changeFonts()
{
    m_settings.setCodeFont(m_code->choice());
    m_settings.setLessonFont(m_lesson->choice());
    m_theme.setFonts(m_settings.codeFont(), m_settings.lessonFont());
}

void SettingsDialog::changeZoom(int percent)
{
    m_theme.setZoomPercent(percent);
    m_settings.setZoomPercent(m_theme.zoomPercent());
}

void SettingsDialog::changeEnvironment(const QString &folder)
{
    const bool isOne = QFileInfo::exists(folder + QStringLiteral("/pyvenv.cfg"));
    if (folder.isEmpty()) {
        m_environmentNote->setText(
            tr("A folder made by python3 -m venv: its packages are then found by import."));
    } else if (isOne) {
        m_environmentNote->setText(tr("This is a virtual environment."));
    } else {
        m_environmentNote->setText(tr("There is no virtual environment in this folder: it holds no "
                                      "pyvenv.cfg. To make one, run: python3 -m venv \"%1\"")
                                       .arg(folder));
    }
    m_environmentNote->setColorRole(folder.isEmpty() ? ColorRole::Muted
                                        : isOne      ? ColorRole::Ok
                                                     : ColorRole::Warn);
    // A path that is being typed must not reach the prompt half-way.
    if ((folder.isEmpty() || isOne) && folder != m_settings.environment()) {
        m_settings.setEnvironment(folder);
        tellPythonChanged();
    }
}

void SettingsDialog::tellPythonChanged()
{
    m_restartRow->show();
    Q_EMIT pythonChanged();
}

void SettingsDialog::chooseEnvironment()
{
    const QString now = m_settings.environment();
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder of the virtual environment"),
                                                             now.isEmpty() ? QDir::homePath() : now);
    if (!folder.isEmpty()) {
        m_environment->setText(folder);
    }
}

} // namespace Skillet::Ui
