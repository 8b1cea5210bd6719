# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs that look as if a cause were in them, but fail for another one, by the cause that must not be named.

Each stands behind the cause that must be named instead; "" where nothing specific is to be said, None where any other
will do. A third part is the version of the Python that is taken to have said it.
"""

from . import languages, letters, names, structure

NEAR_MISSES = {**letters.NEAR_MISSES, **languages.NEAR_MISSES, **structure.NEAR_MISSES, **names.NEAR_MISSES}
