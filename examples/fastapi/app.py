"""A service that takes and answers dossiers. Run it with `uvicorn app:app`."""

import warnings
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Request
from fastapi.responses import JSONResponse

from newsevents import Dossier, Finding, Gift, ValidationError, annotate, check, loads

# Pydantic takes FastAPI's own use of aliases for a mistake where a model is built on first use, as ours are.
warnings.filterwarnings("ignore", "The 'alias' attribute with value", UserWarning)

app = FastAPI(title="Dossiers")


async def posted(request: Request) -> Dossier:
    """Return the dossier in the body, read as the text that it is: canonical form only, findings with line and column.

    FastAPI itself would parse the text first and hand over Python values, which are normalized.
    """
    return loads(await request.body())


@app.exception_handler(ValidationError)
async def refused(_request: Request, error: ValidationError) -> JSONResponse:
    """Answer with every finding of a text that is no dossier."""
    keys = ("code", "message", "pointer", "line", "column")
    return JSONResponse({"findings": [{key: getattr(each, key) for key in keys} for each in error.findings]}, 422)


# The body is read by hand, so OpenAPI has to be told what it is.
BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Dossier"}}},
    }
}
PostedDossier = Annotated[Dossier, Depends(posted)]


@app.post("/dossiers", openapi_extra=BODY)
def annotated(dossier: PostedDossier) -> Dossier:
    """Answer with the same dossier, with the places of its quotations."""
    return annotate(dossier)


@app.post("/findings", openapi_extra=BODY, response_model_exclude_none=True)
def findings(dossier: PostedDossier) -> list[Finding]:
    """Answer with what is well shaped and makes no sense."""
    return check(dossier)


@app.post("/gifts")
def normalized(gift: Gift) -> Gift:
    """Answer with a gift in canonical form: what people write is taken here."""
    return gift
