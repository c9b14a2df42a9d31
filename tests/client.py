"""A browser without scripts for tests: it keeps cookies, fills in forms, and accepts no fault in a page."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import Context
from typing import Any, TypeVar
from urllib.parse import urlencode, urlsplit

from flask import Flask, request_finished
from sqlalchemy import event, inspect
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from partnerships.extensions import db
from partnerships.models.account import User
from tests.page import Fault, Page

Answer = TypeVar("Answer")

# How many statements a page may need; one that needs more says so where it is fetched.
STATEMENTS = 30
_WRITES = ("INSERT", "UPDATE", "DELETE", "MERGE", "TRUNCATE")


class Client:
    """Sends requests as a browser does; every page that comes back is checked, see :meth:`Page.check`.

    ``language`` is what the browser asks for before anybody signed in.
    """

    def __init__(self, app: Flask, language: str = "ko-KR,ko;q=0.9,en;q=0.8") -> None:
        self.app = app
        self.language = language
        self.page: Page | None = None
        self._browser = app.test_client()
        self._token: str | None = None

    def sign_in(self, user: User) -> "Client":
        """Sit down at this browser as ``user``; what the form of signing in does is tested where it stands."""
        self._alone(self._plant_session, user.get_id())
        self._token = None
        return self

    def sign_out(self) -> "Client":
        """Forget who signed in."""
        self._browser = self.app.test_client()
        self._token = None
        return self

    def get(
        self,
        path: str,
        query: Mapping[str, Any] | None = None,
        *,
        status: int = 200,
        statements: int = STATEMENTS,
        headers: Mapping[str, str] | None = None,
    ) -> Page:
        """Fetch ``path``: it must come with ``status``, in at most ``statements`` statements, and change nothing."""
        if query:
            path = f"{path}?{urlencode(query, doseq=True)}"
        page = self._request("GET", path, headers=headers)
        self._expect(page, status)
        writes = [statement for statement in page.statements if statement.lstrip().upper().startswith(_WRITES)]
        if writes:
            raise Fault(f"GET {path} changed the database: {writes}")
        if len(page.statements) > statements:
            raise Fault(
                f"GET {path} needed {len(page.statements)} statements, {statements} are allowed:\n"
                + "\n".join(f"  {statement[:160]}" for statement in page.statements)
            )
        return page

    def post(
        self,
        path: str,
        data: Mapping[str, Any] | None = None,
        *,
        status: int = 303,
        token: bool = True,
        headers: Mapping[str, str] | None = None,
    ) -> Page:
        """Send ``data`` to ``path`` as no form of a page would, except that the token goes along unless refused."""
        sent = MultiDict(data or {})
        if token and "csrf_token" not in sent:
            sent["csrf_token"] = self.token()
        page = self._request("POST", path, data=sent, headers=headers)
        self._expect(page, status)
        return page

    def request(self, method: str, path: str) -> Page:
        """Ask for ``path`` and take whatever comes; with a POST nothing but the token goes along."""
        return self._request(method, path, data={"csrf_token": self.token()} if method == "POST" else None)

    def send(self, method: str, path: str, fields: Sequence[tuple[str, Any]], *, status: int, **options: Any) -> Page:
        """Send a form off; used by :meth:`Page.submit`."""
        if method == "GET":
            query = urlencode([(name, value) for name, value in fields])
            status = 200 if status == 303 else status
            return self.get(f"{urlsplit(path).path}?{query}", status=status, **options)
        page = self._request("POST", path, data=MultiDict(fields))
        self._expect(page, status)
        return page

    def token(self) -> str:
        """The token that forms of this session carry."""
        if self._token is None:
            page = self._request("GET", "/account")
            if page.status != 200:
                page = self._request("GET", page.location)
            self._remember_token(page)
        if self._token is None:
            raise Fault("No page shows a token")
        return self._token

    def _expect(self, page: Page, status: int) -> None:
        if page.status != status:
            shown = page.text if page.is_html else page.data[:300]
            where = page.headers.get("Location", "")
            raise Fault(f"{page.path} answered {page.status} {where}, expected {status}: {shown!s:.1500}")

    def _request(self, method: str, path: str, data: Any = None, headers: Mapping[str, str] | None = None) -> Page:
        session = db.session()
        if session.new or session.dirty:
            raise Fault("The test has records that are not saved; save them before a request is sent")
        session.commit()
        # As a browser resolves it: the last page's address gives what a relative one leaves out.
        if path.startswith("?") and self.page is not None:
            path = urlsplit(self.page.path).path + path
        with self._recording() as statements, self._watching_session(method, path):
            answer = self._alone(
                self._browser.open,
                path,
                method=method,
                data=data,
                headers={"Accept-Language": self.language, **(headers or {})},
            )
        _forget_columns(session)
        page = Page(path, answer.status_code, answer.headers, answer.get_data(), list(statements), self)
        answer.close()
        if page.is_html and page.data and not 300 <= page.status < 400:
            page.check()
            self._check_links(page)
            self._remember_token(page)
        self.page = page
        return page

    def _alone(self, act: Callable[..., Answer], *arguments: Any, **options: Any) -> Answer:
        """Run ``act`` without the application context of the test, as a request that comes from outside."""
        return Context().run(act, *arguments, **options)

    def _plant_session(self, user_id: str) -> None:
        with self._browser.session_transaction() as session:
            session.clear()
            session["_user_id"] = user_id
            session["_fresh"] = True

    def _remember_token(self, page: Page) -> None:
        if not page.is_html:
            return
        for one in page.tree.iter("input"):
            if one.get("name") == "csrf_token":
                self._token = str(one.get("value"))
                return

    @contextmanager
    def _recording(self) -> Iterator[list[str]]:
        statements: list[str] = []

        def record(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
            statements.append(statement)

        engine = db.engine
        event.listen(engine, "before_cursor_execute", record)
        try:
            yield statements
        finally:
            event.remove(engine, "before_cursor_execute", record)

    @contextmanager
    def _watching_session(self, method: str, path: str) -> Iterator[None]:
        """After a GET the request's session holds nothing that wants saving."""
        left: list[str] = []

        def look(_app: Flask, **_rest: Any) -> None:
            session = db.session()
            left.extend(repr(row) for row in [*session.new, *session.dirty, *session.deleted])

        with request_finished.connected_to(look, self.app):
            yield
        if method == "GET" and left:
            raise Fault(f"GET {path} left records changed: {left}")

    def _check_links(self, page: Page) -> None:
        """Every address within the site that the page mentions must be one that the application knows."""
        adapter = self.app.url_map.bind("localhost")
        wanted = [("GET", one.get("href", "")) for one in page.tree.iter("a")]
        wanted += [(one.get("method", "get").upper(), one.get("action", "")) for one in page.tree.iter("form")]
        for method, address in wanted:
            path = urlsplit(address).path
            if not address.startswith("/") or address.startswith("//"):
                continue
            try:
                adapter.match(path, method)
            except RequestRedirect:
                raise Fault(f"{page.path}: {address} is sent on by a redirect") from None
            except HTTPException:
                raise Fault(f"{page.path}: {method} {address} is no address of the application") from None


def _forget_columns(session: Any) -> None:
    """Have the test read columns anew after a request changed them; what was loaded beside them stays at hand."""
    session.commit()
    for row in session:
        session.expire(row, [attribute.key for attribute in inspect(row).mapper.column_attrs])
