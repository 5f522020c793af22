"""What a thread calls, is called on the thread of the screens, and only while whoever it is for is there."""

import threading

from PySide6.QtCore import QObject
from shiboken6 import Shiboken

from app.ui.on_screen import on_screen


def in_a_thread(call, *arguments):
    thread = threading.Thread(target=call, args=arguments)
    thread.start()
    thread.join()


def test_it_is_called_later_on_the_thread_of_the_screens(qtbot):
    owner, heard = QObject(), []
    tell = on_screen(owner, lambda *said: heard.append((threading.current_thread(), *said)))
    in_a_thread(tell, 1, 2)
    in_a_thread(tell, 3, 4)
    assert heard == []
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == [(threading.main_thread(), 1, 2), (threading.main_thread(), 3, 4)]


def test_what_is_called_once_is_forgotten_after_it(qtbot):
    owner, heard, others = QObject(), [], []
    tell = on_screen(owner, heard.append, once=True)
    for word in ("a", "b"):
        in_a_thread(tell, word)
    in_a_thread(on_screen(owner, others.append), "c")
    qtbot.waitUntil(lambda: bool(others))
    assert heard == ["a"]


def test_nobody_is_called_when_whoever_asked_is_gone(qtbot):
    owner, other = QObject(), QObject()
    heard, others = [], []
    tell = on_screen(owner, heard.append)
    in_a_thread(tell, "under way")
    Shiboken.delete(owner)
    in_a_thread(tell, "too late")
    in_a_thread(on_screen(other, others.append), "c")
    qtbot.waitUntil(lambda: bool(others))
    assert heard == []


def test_screens_may_go_while_a_thread_goes_on_telling(qtbot):
    def go_on(tell) -> None:
        for _ in range(200):
            tell("x")

    for _ in range(20):
        owner = QObject()
        thread = threading.Thread(target=go_on, args=(on_screen(owner, str),))
        thread.start()
        Shiboken.delete(owner)
        thread.join()
    qtbot.wait(1)
