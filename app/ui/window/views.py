"""Which class shows which place. A view is imported when it is first asked for, so that the start stays quick."""

from collections.abc import Mapping
from importlib import import_module

from app.ui.view import View

VIEWS: Mapping[str, str] = {
    "vandaag": "app.ui.vandaag.view:VandaagView",
    "leerlingen": "app.ui.leerlingen.view:LeerlingenView",
    "leerling": "app.ui.leerlingen.dossier:DossierView",
    "groepsraster": "app.ui.leerlingen.raster:GroepsrasterView",
    "importeren": "app.ui.importeren.view:ImporterenView",
    "tabelimport": "app.ui.tabelimport.view:TabelimportView",
    "besprekingen": "app.ui.besprekingen.view:BesprekingenView",
    "bespreking": "app.ui.besprekingen.agenda:AgendaView",
    "bespreekmodus": "app.ui.bespreekmodus.view:BespreekmodusView",
    "formulier": "app.ui.formulier.view:FormulierView",
    "verslag": "app.ui.verslag.view:VerslagView",
    "vergelijken": "app.ui.formulier.vergelijken:VergelijkenView",
    "gesprekken": "app.ui.gesprekken.view:GesprekkenView",
    "gespreksmoment": "app.ui.gespreksmoment.view:GespreksmomentView",
    "gesprek": "app.ui.gesprek.view:GesprekView",
    "gesprekkenplannen": "app.ui.gesprekkenplannen.view:GesprekkenplannenView",
    "route": "app.ui.route.view:RouteView",
    "routes": "app.ui.routes.view:RoutesView",
    "consult": "app.ui.consult.view:ConsultView",
    "consulten": "app.ui.consulten.view:ConsultenView",
    "jaarovergang": "app.ui.jaarovergang.view:JaarovergangView",
    "instellingen": "app.ui.instellingen.view:InstellingenView",
    "handleiding": "app.ui.handleiding.view:HandleidingView",
}
"""View name of a `Place` -> `module:Class`."""

SECTIONS: Mapping[str, str] = {
    "vandaag": "vandaag",
    "leerlingen": "leerlingen",
    "leerling": "leerlingen",
    "groepsraster": "leerlingen",
    "importeren": "leerlingen",
    "tabelimport": "leerlingen",
    "besprekingen": "besprekingen",
    "bespreking": "besprekingen",
    "formulier": "besprekingen",
    "verslag": "besprekingen",
    "vergelijken": "besprekingen",
    "gesprekken": "gesprekken",
    "gespreksmoment": "gesprekken",
    "gesprek": "gesprekken",
    "gesprekkenplannen": "gesprekken",
    "route": "routes",
    "routes": "routes",
    "consult": "consulten",
    "consulten": "consulten",
    "jaarovergang": "instellingen",
    "instellingen": "instellingen",
    "handleiding": "handleiding",
}
"""View name -> the entry of the rail it belongs to."""


def view_class(name: str) -> type[View]:
    """The class of a view.

    Raises:
        KeyError: no view has that name.
    """
    module, _, cls = VIEWS[name].partition(":")
    found: type[View] = getattr(import_module(module), cls)
    return found
