# SPDX-License-Identifier: GPL-3.0-or-later
"""Values outside of what a function of Python's takes, and names that its modules have lost or never had."""

import ast

from . import near
from .rules import here, rule, simple, words

simple("value-error.empty-range", "ValueError", r"empty range (?:for|in) rand(?:range|int)\(\)? ?\(?|empty range for randrange|empty range in rand", "A random number from a range that is empty",
       "There is no whole number in this range to choose from.", "{here} The smaller end stands first, and the larger one behind it.",
       "Turn the two ends round: `random.randint(1, 6)`.", "Print both ends just before.")
simple("type-error.sample-set", "TypeError", r"Population must be a sequence", "A random choice from a set or dict",
       "A random sample is taken from something with an order, such as a list.", "{here}",
       "Make a list of it: `random.sample(list(items), k)`; for always the same order `sorted(items)`.")
simple("value-error.negative", "ValueError", r"(?P<what>sleep length) must be non-negative|(?P<name>factorial|isqrt|comb|perm)\(\).*(?:negative|nonnegative)|(?P<sign>negative shift) count|(?P<some>[nk]) must be a non-negative integer",
       "A number below 0 where none can be", "A number below 0 has no meaning here.", "{here}",
       "Print the number just before: which calculation made it negative?", "To cut it off at 0: `max(0, x)`.")
simple("type-error.date-part", "TypeError", r"unsupported type for timedelta (?P<part>\w+) component: '?(?P<type>[\w.]+)'?", "`timedelta()` got something that is no number",
       "`{part}` of `timedelta()` must be a number, and this is {kind}.", "{here}", "Make a number of it first: `int(…)` or `float(…)`.")
simple("index-error.range", "IndexError", r"range object index out of range", "A position outside a range",
       "The range has no number at that position.", "{here} Positions go from 0 to its length minus 1.", "Ask for the length first: `len(…)`.",
       "To go through all its numbers: `for i in range(…):`.")
simple("type-error.path-wanted", "TypeError", r"(?:expected str, bytes or os\.PathLike object, not|(?P<name>\w+): path should be string, bytes, os\.PathLike(?: or integer)?(?: or None)?, not|stat: path should be.* not) (?P<type>(?!NoneType)[\w.]+)",
       "The name of a file was wanted", "The name of a file or folder is wanted here, and this is {kind}.", "{here}",
       "Give its name as a text: `open(\"data.txt\")`.", "Names made of numbers: `f\"page{{number}}.txt\"`.")
simple("value-error.no-whole-number", "OverflowError ValueError", r"cannot convert float (?P<what>infinity|NaN) to integer", "Infinity or `nan` was turned into a whole number",
       "The decimal number is `{what}`, and no whole number stands for that.", "{here}",
       "Ask first: `if math.isfinite(x):`.", "Which calculation gave it? A missing value in a table is often `nan`.")
simple("value-error.byte-range", "ValueError", r"bytes? must be in range\(0, 256\)", "A byte that is no number from 0 to 255",
       "A byte is a number from 0 to 255.", "{here}", "For larger numbers use a list.", "For the bytes of a number: `n.to_bytes(4, \"big\")`.")
simple("type-error.join-one", "TypeError", r"can only join an iterable", "`join()` got one value",
       "`.join()` puts several texts together, and this is one value that holds none.", "{here}",
       "Give it a list of texts: `\", \".join([first, second])`.", "For numbers: `\", \".join(str(each) for each in numbers)`.")
simple("type-error.spread", "TypeError", r"(?:(?P<name>[\w.<>]+)\(\) )?(?:argument after|Value after) (?P<stars>\*\*?) must be an? (?P<want>iterable|mapping), not (?P<type>(?!NoneType)[\w.]+)",
       "`*` or `**` before something that can't be spread", "Behind `{stars}` must stand something that can be spread, and this is {kind}.", "{here}",
       "`*` spreads a list or text into single arguments, `**` a dict into named ones.", "To multiply, a value must stand on both sides of `*`.")


@rule("call.method-of-class", "TypeError", r"descriptor '(?P<name>\w+)' for '(?P<type>\w+)' objects doesn't apply to an? '(?P<got>[\w.]+)' object|unbound method (?P<kind>\w+)\.(?P<method>\w+)\(\) needs an argument",
      "A method was called on a built-in type and not on a value")
def _method_of_class(failure, match):
    type_name, name = match["type"] or match["kind"], match["name"] or match["method"]
    sample = {"str": "text", "list": "items", "dict": "data", "set": "items"}.get(type_name, "x")
    return words(f"`{type_name}` is the type itself; `.{name}()` belongs to a value of that type.", here(failure),
                 [f"Write the value in front: `{sample}.{name}(…)`.", f"Has `{type_name}` been written for a variable of yours?"])


simple("call.missing-option", "TypeError", r"(?P<name>[\w.]+)\(\) missing required argument '(?P<which>\w+)' \(pos (?P<place>\d+)\)", "A built-in function did not get what it needs",
       "`{name}()` was called without `{which}`, its argument number {place}.", "{here}", "Write the value between the brackets.", "See what it takes: `help({name})`.")

# What other languages and older Pythons call it
_OTHER_NAMES = {
    "string": {"letters": "string.ascii_letters", "lowercase": "string.ascii_lowercase", "uppercase": "string.ascii_uppercase",
               "maketrans": "str.maketrans(…)", "join": "separator.join(items)", "split": "text.split()", "replace": "text.replace(…)",
               "upper": "text.upper()", "lower": "text.lower()", "atoi": "int(text)"},
    "sys": {"maxint": "sys.maxsize", "setdefaultencoding": "open(…, encoding=…)"},
    "time": {"clock": "time.perf_counter()", "now": "time.time()", "wait": "time.sleep(…)", "delay": "time.sleep(…)"},
    "os": {"getcwdu": "os.getcwd()", "cwd": "os.getcwd()", "ls": "os.listdir()", "delete": "os.remove(…)", "cd": "os.chdir(…)",
           "exists": "os.path.exists(…)", "isfile": "os.path.isfile(…)", "isdir": "os.path.isdir(…)", "join": "os.path.join(…)"},
    "itertools": {"izip": "zip(…)", "imap": "map(…)", "ifilter": "filter(…)", "izip_longest": "itertools.zip_longest(…)"},
    "urllib": {"urlopen": "urllib.request.urlopen(…)", "urlencode": "urllib.parse.urlencode(…)", "quote": "urllib.parse.quote(…)",
               "urlretrieve": "urllib.request.urlretrieve(…)"},
    "collections": {"Mapping": "collections.abc.Mapping", "Iterable": "collections.abc.Iterable", "Callable": "collections.abc.Callable",
                    "Sequence": "collections.abc.Sequence", "MutableMapping": "collections.abc.MutableMapping"},
    "math": {"abs": "abs(x)", "round": "round(x)", "max": "max(a, b)", "min": "min(a, b)", "PI": "math.pi", "Pi": "math.pi", "E": "math.e",
             "random": "random.random()", "power": "math.pow(x, y)", "ln": "math.log(x)", "square": "x ** 2", "mean": "statistics.mean(…)"},
    "random": {"rand": "random.random()", "int": "random.randint(1, 6)", "number": "random.randint(1, 6)", "integer": "random.randint(1, 6)",
               "float": "random.random()", "nextInt": "random.randint(1, 6)", "pick": "random.choice(…)"},
    "json": {"parse": "json.loads(text)", "stringify": "json.dumps(data)", "read": "json.load(file)", "write": "json.dump(data, file)",
             "encode": "json.dumps(data)", "decode": "json.loads(text)"},
    "inspect": {"getargspec": "inspect.getfullargspec(…)"},
    "asyncio": {"async": "asyncio.create_task(…)", "coroutine": "async def", "get_running_tasks": "asyncio.all_tasks()"},
}  # fmt: skip


@rule("attribute-error.module-other-name", "AttributeError", r"(?:partially initialized )?module '(?P<module>[\w.]+)'(?: from '[^']*')? has no attribute '(?P<name>\w+)'",
      "A name that another language or an older Python has in this module")
def _other_name(failure, match):
    module, name = match["module"], match["name"]
    written = _OTHER_NAMES.get(module, {}).get(name)
    if written is None or name in near.module_names(module) or near.told(failure.message):
        return None
    node = failure.only(ast.Attribute, where=lambda each: each.attr == name)
    whole = node is not None and failure.text(node) == f"{module}.{name}" and "(" not in written and " " not in written
    return words(f"The module `{module}` has no `{name}`.", "Other languages or older Pythons call it so.",
                 [f"Write `{written}`.", f"See all that it has: `dir({module})`."], failure.mend(node, written) if whole else None)
