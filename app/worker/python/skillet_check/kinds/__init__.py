# SPDX-License-Identifier: GPL-3.0-or-later
"""The nine kinds of exercises: what each is made of, how it is judged, and how an author's exercise of it is proven."""

from .explain import Explain
from .fix import Fix
from .kind import Kind
from .predict import Predict
from .project import Project
from .recall import Recall
from .review import Review
from .test import Test

_KINDS = {
    "write": Kind(),
    "rewrite": Kind(),
    "fix": Fix(),
    "predict": Predict(),
    "recall": Recall(),
    "test": Test(),
    "review": Review(),
    "explain": Explain(),
    "project": Project(),
}


def kind_of(exercise):
    return _KINDS[exercise.kind]
