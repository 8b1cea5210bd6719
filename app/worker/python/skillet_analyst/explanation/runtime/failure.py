# SPDX-License-Identifier: GPL-3.0-or-later
"""One failure, as rules ask about it."""


class Failure:
    def __init__(self, chain, source, version, folder):
        self.chain = chain
        self.raised = chain[0]
        self.source = source
        self.version = version
        self.folder = folder
        self.type = self.raised.type
        self.message = self.raised.message

    @property
    def is_syntax_error(self):
        return self.raised.is_syntax_error
