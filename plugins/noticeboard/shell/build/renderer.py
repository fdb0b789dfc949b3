"""Renders stale pages with the theme."""

from __future__ import annotations

import pickle
import traceback
from functools import cache
from types import FunctionType, MethodType
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.runtime import Context, Macro

from noticeboard.formats.file_formats import document_bytes
from noticeboard.formats.open_graph import open_graph
from noticeboard.formats.structured_data import structured_data
from noticeboard.model import Location, Problem, error
from noticeboard.pages.documents import Document
from noticeboard.shell.build.template_gettext import TemplateGettext

if TYPE_CHECKING:
    from collections.abc import Iterable, MutableMapping

    from noticeboard.pages.views.page import Page
    from noticeboard.shell.build.theme_templates import Templates
    from noticeboard.sources.catalogue import Catalogues

_PLAIN = frozenset({Macro, FunctionType, MethodType, type(cache(len))})
_FAULTS = (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


class BrokenTemplate(Exception):  # noqa: N818 - it is named after what it says
    """A template that cannot be rendered; `problem` says where and why."""

    def __init__(self, problem: Problem) -> None:
        """Takes the problem."""
        super().__init__(problem.full_message)
        self.problem = problem


class _Context(Context):
    """A context that asks what it calls for no wish that functions and macros of templates cannot have."""

    def call(self, called: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - Jinja's form
        """The result of the callable; anything but plain functions and macros is left to Jinja."""
        kind = type(called)
        if kind not in _PLAIN or hasattr(called, "jinja_pass_arg"):
            return super().call(called, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return called(self.eval_ctx, *args, **kwargs) if kind is Macro else called(*args, **kwargs)


class ThemeEnvironment(Environment):
    """A Jinja environment in which all templates have the same globals.

    Jinja merges each template's own globals with the environment's, and compares them at every import of a macro.
    Without that, rendering takes a quarter less time.
    """

    context_class = _Context

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The environment's globals, because templates have none of their own."""
        return super().make_globals(d) if d else self.globals


class Renderer:
    """Renders pages with the host's templates, with autoescaping and errors for undefined names."""

    def __init__(self, environment: Environment, catalogues: Catalogues, templates: Templates | None = None) -> None:
        """Takes Pelican's Jinja environment, whose filters, tests and globals stay, and the templates read before."""
        self.host, self._catalogues, self._templates = environment, catalogues, templates
        self._voice = TemplateGettext(catalogues)
        self.environment = ThemeEnvironment(
            loader=templates.loader(environment.loader) if templates else environment.loader,
            extensions=[type(e) for e in environment.extensions.values()],
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            cache_size=-1,
            auto_reload=False,
        )
        self.environment.filters.update(environment.filters)
        self.environment.tests.update(environment.tests)
        heads = {"open_graph": open_graph, "structured_data": structured_data}
        self.environment.globals |= {**environment.globals, **heads, **self._voice.functions()}

    def __reduce__(self) -> tuple[object, ...]:
        """What another process makes an equal renderer from."""
        host = self.host
        parts = (host.loader, tuple(host.extensions), host.filters, host.tests, host.globals)
        return _renderer, (parts, self._catalogues, self._templates)

    def is_portable(self) -> bool:
        """Whether other processes can use this renderer; the host's own filters and functions may prevent that."""
        try:
            pickle.dumps(self)
        except (AttributeError, TypeError, pickle.PicklingError):
            return False
        return True

    def render(self, page: Page) -> bytes:
        """The page as UTF-8; raises BrokenTemplate. Documents are made without the theme."""
        if isinstance(page.view, Document):
            return document_bytes(page.view)
        self._voice.lang = page.lang
        try:
            return self.environment.get_template(page.template).render(page=page.view).encode()
        except _FAULTS as fault:
            raise BrokenTemplate(_problem(page, fault, self._files())) from fault

    def checked(self, templates: Iterable[str]) -> None:
        """Loads the templates; raises BrokenTemplate if one is missing or malformed."""
        for name in templates:
            try:
                self.environment.get_template(name)
            except TemplateError as fault:
                raise BrokenTemplate(_template_problem(name, fault)) from fault

    def missing(self, name: str) -> Problem:
        """The problem of a missing template, at the first place that names it."""
        what, hint = "There is no template {name}.", "Correct its name, or write it."
        for other in self.environment.list_templates():
            source, file, _ = self.environment.loader.get_source(self.environment, other)  # type: ignore[union-attr]  # there always is a loader
            if f'"{name}"' in source:
                line = source[: source.index(f'"{name}"')].count("\n") + 1
                return error(Location(file or other, line), "broken-template", what, hint, name=name)
        return error(Location(name), "broken-template", what, hint, name=name)

    def _files(self) -> tuple[str, ...]:
        return tuple(self.environment.list_templates())


def _renderer(parts: tuple[Any, ...], catalogues: Catalogues, templates: Templates | None) -> Renderer:
    loader, extensions, filters, tests, known = parts
    host = Environment(loader=loader, extensions=extensions, autoescape=True)
    host.filters, host.tests, host.globals = filters, tests, known
    return Renderer(host, catalogues, templates)


def _template_problem(name: str, fault: TemplateError) -> Problem:
    if isinstance(fault, TemplateSyntaxError):
        location = Location(fault.filename or fault.name or name, fault.lineno)
    else:
        location = Location(name)
    what = "The template cannot be read: {reason}."
    return error(location, "broken-template", what, "Correct the template.", reason=fault.message or name)


def _problem(page: Page, fault: Exception, templates: tuple[str, ...]) -> Problem:
    if isinstance(fault, TemplateSyntaxError):
        return _template_problem(page.template, fault)
    frames = traceback.extract_tb(fault.__traceback__)
    inside = [f for f in frames if f.filename.endswith(templates)]
    location = Location(inside[-1].filename, inside[-1].lineno or 1) if inside else Location(page.template)
    reason = str(fault) or type(fault).__name__
    what = "The page {page} cannot be rendered: {reason}."
    return error(location, "broken-template", what, "Correct the template.", page=page.path, reason=reason)
