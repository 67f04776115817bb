"""Profiles of Hypothesis; HYPOTHESIS_PROFILE names one: `dev` by default, `ci` where `CI` is set.

`brief` draws the same few examples each time; `nightly` draws many.
"""

import os

try:
    from hypothesis import HealthCheck, settings
except ModuleNotFoundError:  # the base installation has no property tests
    pass
else:
    # A busy machine must not fail a law: no deadline, no complaint about speed.
    settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    calm = settings.get_profile("calm")
    settings.register_profile("dev", calm, max_examples=30)
    settings.register_profile("brief", calm, max_examples=30, derandomize=True, print_blob=True)
    settings.register_profile("ci", calm, max_examples=80, derandomize=True, print_blob=True)
    settings.register_profile("nightly", calm, max_examples=3000, print_blob=True)
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))
