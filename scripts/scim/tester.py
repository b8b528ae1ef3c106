"""scim2-tester against the server that the environment names: a line of JSON for each of its checks."""

import json
import os

from httpx2 import Client
from scim2_client.engines.httpx2 import SyncSCIMClient
from scim2_tester import check_server

headers = {"Authorization": f"Bearer {os.environ['SCIM_TOKEN']}"}
with Client(base_url=os.environ["SCIM_URL"], headers=headers, timeout=60) as client:
    for result in check_server(SyncSCIMClient(client)):
        name = " ".join(filter(None, [result.title, result.resource_type]))
        told = {"name": name, "status": result.status.name, "reason": result.reason or ""}
        print(json.dumps(told), flush=True)
