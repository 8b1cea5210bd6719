// SPDX-License-Identifier: GPL-3.0-or-later
#include "traceback/plainwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace Skillet::Ui {

namespace {

struct Words
{
    const char *type;
    const char *text;
};

// Each sentence holds for every exception of the type: the message says what is particular.
constexpr Words table[] = {
    {"ArithmeticError", QT_TRANSLATE_NOOP("Skillet::Ui::PlainWords", "A calculation has no result.")},
    {"AssertionError",
     QT_TRANSLATE_NOOP(
         "Skillet::Ui::PlainWords",
         "An assert statement found that what it expects is not so. Look at the values it compares.")},
    {"AttributeError",
     QT_TRANSLATE_NOOP(
         "Skillet::Ui::PlainWords",
         "The name behind the dot is not one that this value has. Look at the value's type, and at "
         "the spelling.")},
    {"EOFError",
     QT_TRANSLATE_NOOP("Skillet::Ui::PlainWords",
                       "The program asked for a line of input, and there was none left.")},
    {"FileExistsError",
     QT_TRANSLATE_NOOP("Skillet::Ui::PlainWords", "Something with this name is there already.")},
    {"FileNotFoundError",
     QT_TRANSLATE_NOOP(
         "Skillet::Ui::PlainWords",
         "There is no file or folder with this name in the place where Python looked. Check the "
         "spelling, and the folder in which the program runs.")},
    {"ImportError",
     QT_TRANSLATE_NOOP(
         "Skillet::Ui::PlainWords",
         "An import did not work: the module, or the name wanted from it, could not be loaded.")},
    {"IndentationError",
     QT_TRANSLATE_NOOP(
         "Skillet::Ui::PlainWords",
         "The spaces at the start of a line do not fit the lines around it. Nothing of this code has "
         "run yet.")},
    {"IndexError",
     QT_TRANSLATE_NOOP(
         "Skillet::Ui::PlainWords",
         "A position was asked for that is not there. Positions start at 0, so the last one is the "
         "length less one.")},
    {"IsADirectoryError",
     QT_TRANSLATE_NOOP("Skillet::Ui::PlainWords",
                       "This is a folder, and the operation works on files only.")},
    {"KeyError",
     QT_TRANSLATE_NOOP(
         "Skillet::Ui::PlainWords",
         "Something was looked up by a key that is not there. Compare the key with the ones that are.")},
    {"MemoryError",
     QT_TRANSLATE_NOOP(
         "Skillet::Ui::PlainWords",
         "The program wanted more memory than it may have. Look for something that grows without end.")},
    {"ModuleNotFoundError",
     QT_TRANSLATE_NOOP(
         "Skillet::Ui::PlainWords",
         "Python found no module of this name. Check the spelling; if it is right, the package may not "
         "be installed here.")},
    {"NameError",
     QT_TRANSLATE_NOOP(
         "Skillet::Ui::PlainWords",
         "Python does not know this name here. Check the spelling, and that the line which gives it a "
         "value has run before this one.")},
    {"NotImplementedError",
     QT_TRANSLATE_NOOP("Skillet::Ui::PlainWords", "This part of the program is marked as not written yet.")},
    {"OverflowError",
     QT_TRANSLATE_NOOP("Skillet::Ui::PlainWords",
                       "The result of a calculation is too large for its type of number.")},
    {"PermissionError",
     QT_TRANSLATE_NOOP("Skillet::Ui::PlainWords", "The system does not allow the program to do this.")},
    {"RecursionError",
     QT_TRANSLATE_NOOP(
         "Skillet::Ui::PlainWords",
         "Calls went deeper and deeper until Python stopped them. Look at the function that calls itself, "
         "and at the case in which it should stop.")},
    {"StopIteration",
     QT_TRANSLATE_NOOP("Skillet::Ui::PlainWords", "next() was called, and there was nothing left to give.")},
    {"SyntaxError",
     QT_TRANSLATE_NOOP(
         "Skillet::Ui::PlainWords",
         "Python cannot read this as code, so nothing of it has run yet. The mistake is at the mark, or "
         "just before it.")},
    {"TabError",
     QT_TRANSLATE_NOOP(
         "Skillet::Ui::PlainWords",
         "Tabs and spaces are mixed at the start of lines. Use spaces only. Nothing of this code has run "
         "yet.")},
    {"TimeoutError",
     QT_TRANSLATE_NOOP("Skillet::Ui::PlainWords", "Something took longer than it was allowed to.")},
    {"TypeError",
     QT_TRANSLATE_NOOP(
         "Skillet::Ui::PlainWords",
         "An operation or a call got something of a type, or a number of arguments, that it does not take.")},
    {"UnboundLocalError",
     QT_TRANSLATE_NOOP(
         "Skillet::Ui::PlainWords",
         "This name belongs to the function, because the function assigns to it somewhere, and it has no "
         "value yet on this line.")},
    {"UnicodeDecodeError",
     QT_TRANSLATE_NOOP("Skillet::Ui::PlainWords",
                       "Bytes were read as text in an encoding that they are not written in.")},
    {"UnicodeEncodeError",
     QT_TRANSLATE_NOOP("Skillet::Ui::PlainWords",
                       "The text has a character that this encoding cannot write.")},
    {"ValueError",
     QT_TRANSLATE_NOOP("Skillet::Ui::PlainWords",
                       "The type fits, but the value itself is not one that works here.")},
    {"ZeroDivisionError",
     QT_TRANSLATE_NOOP(
         "Skillet::Ui::PlainWords",
         "Something was divided by zero, and that has no result. Look at where the divisor comes from.")},
};

} // namespace

QString plainWords(const Runner::ExceptionInfo &exception)
{
    const auto found = std::find_if(std::begin(table), std::end(table), [&](const Words &words) {
        return exception.type == QLatin1String(words.type);
    });
    return found == std::end(table) ? QString()
                                    : QCoreApplication::translate("Skillet::Ui::PlainWords", found->text);
}

} // namespace Skillet::Ui
