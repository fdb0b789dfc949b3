"""Everything that templates can see: frozen values, one class per kind of page and per component.

A template gets one of the page views as `page` and the catalogue functions, nothing else. Every `href` can be printed
as it is: root-relative including the site's own path, or absolute where the docstring says so.
"""
