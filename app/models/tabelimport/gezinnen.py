"""Brothers and sisters: pupils with the same number in the table become one family."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from app.models.leerling import Gezin, Leerling
from app.models.tabelimport.koppen import kaal
from app.models.tabelimport.stand import Stap, nieuw, stap
from app.models.tabelimport.waarden import Afgekeurd


class Gezinnen:
    """The families of a table.

    Parameters:
        paren: pupils with what their row says of their family.
    """

    def __init__(self, paren: Iterable[tuple[Leerling, str]]) -> None:
        self._children: dict[str, dict[str, Leerling]] = defaultdict(dict)
        self._made: dict[str, Gezin] = {}
        for leerling, gezin in paren:
            if gezin:
                self._children[kaal(gezin)][leerling.id] = leerling

    def stappen(self, leerling: Leerling, gezin: str) -> list[Stap]:
        """The steps that put a pupil in a family; a child alone has none.

        Raises:
            Afgekeurd: the pupils with this number are in different families now.
        """
        number = kaal(gezin)
        children = self._children.get(number, {})
        known = {each.gezin for each in children.values() if each.gezin}
        if len(known) > 1:
            raise Afgekeurd(
                f"De kinderen van gezin {gezin} horen hier bij verschillende gezinnen; maak dat eerst gelijk in hun "
                "dossier."
            )
        if len(children) < 2:
            return []
        words = f"zelfde gezin als {_others(children, leerling)}"
        if known:
            return [stap(leerling, words, gezin=known.pop())]
        made = self._made.setdefault(number, Gezin(naam=leerling.achternaam))
        return [nieuw(made, ""), stap(leerling, words, gezin=made.id)]


def _others(children: Mapping[str, Leerling], leerling: Leerling) -> str:
    names = [each.roepnaam or each.naam for each in children.values() if each.id != leerling.id]
    return " en ".join(filter(None, (", ".join(names[:-1]), names[-1])))
