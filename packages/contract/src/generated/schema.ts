// Generated from the contract by `npm run generate`. Never edited by hand.

export interface paths {
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List events
         * @description Newest first. Filters combine with each other and with `cursor`.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the key's own rights
         * @description The tenant, plan, scopes and limits of the key in use. Needs no scope: any valid key may
         *     ask what it is.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List posts
         * @description Newest first. Deleted posts are left out.
         */
        get: operations["listPosts"];
        put?: never;
        /**
         * Open a thread or reply to one
         * @description With `thread_id` the post is a reply, optionally nested under `parent_post_id`. Without it
         *     the post opens a new thread and needs `forum_slug` and `title`. The author is the member
         *     who minted the key, unless `author_id` names another.
         */
        post: operations["createPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The resource's id.
                 * @example 4501
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Get a post
         * @description A deleted post answers as a tombstone: `deleted_at` is set, `title` and `body` are `null`.
         */
        get: operations["getPost"];
        put?: never;
        /**
         * Edit a post
         * @description Omitted fields keep their value; an edit that changes nothing causes no event. Only an
         *     opener has a `title`. A deleted post is `409 conflict`.
         */
        post: operations["updatePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{id}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The resource's id.
                 * @example 4501
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete a post
         * @description A soft delete. Deleting an opener closes its thread: replies stay, new ones are
         *     `409 conflict`. Deleting a deleted post changes nothing and causes no event.
         */
        post: operations["deletePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List users
         * @description Newest first. Members whose deletion is scheduled are left out.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Register a user
         * @description The new member has role 2. A `username` or `email` that is taken, in any letter case, is
         *     `409 conflict`.
         */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The resource's id.
                 * @example 4501
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Get a user
         * @description A member whose deletion is scheduled answers, with `deletion_scheduled_at`, until the
         *     30 days of grace are over.
         */
        get: operations["getUser"];
        put?: never;
        /**
         * Update a user
         * @description Omitted fields keep their value. A member whose deletion is scheduled is `409 conflict`.
         */
        post: operations["updateUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The resource's id.
                 * @example 4501
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Schedule a user's deletion
         * @description The member leaves at once and can no longer write; after 30 days the account is made
         *     anonymous for good, its posts stay. Scheduling it again changes nothing and causes no event.
         */
        post: operations["deleteUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List endpoints
         * @description Newest first.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Register an endpoint
         * @description Events that happen from now on are sent to `url`. The answer carries `signing_secret`, the
         *     only time it is shown. The URL must be HTTPS and lead to a public address; one that does
         *     not is `422 validation_failed`, and is refused again at every delivery.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The resource's id.
                 * @example 4501
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Get an endpoint */
        get: operations["getWebhook"];
        put?: never;
        /**
         * Update an endpoint
         * @description Omitted fields keep their value. What is waiting to be delivered goes to the new URL.
         */
        post: operations["updateWebhook"];
        /**
         * Delete an endpoint (DELETE)
         * @description The same as `POST /api/v1/webhooks/{id}/delete`.
         */
        delete: operations["removeWebhook"];
        options?: never;
        head?: never;
        /**
         * Update an endpoint (PATCH)
         * @description The same as `POST /api/v1/webhooks/{id}`.
         */
        patch: operations["patchWebhook"];
        trace?: never;
    };
    "/api/v1/webhooks/{id}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The resource's id.
                 * @example 4501
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete an endpoint
         * @description Nothing more is sent to it; its secret is destroyed and its deliveries are forgotten.
         */
        post: operations["deleteWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The resource's id.
                 * @example 4501
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * List an endpoint's deliveries
         * @description Newest first, for 30 days after they were settled. One delivery is one event on its way to
         *     one endpoint, with up to seven attempts.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries/{delivery_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The resource's id.
                 * @example 4501
                 */
                id: components["parameters"]["Id"];
                /**
                 * @description The delivery's id.
                 * @example 90210
                 */
                delivery_id: components["parameters"]["DeliveryId"];
            };
            cookie?: never;
        };
        /**
         * Get a delivery
         * @description With the event that it carries and every attempt so far.
         */
        get: operations["getWebhookDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries/{delivery_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The resource's id.
                 * @example 4501
                 */
                id: components["parameters"]["Id"];
                /**
                 * @description The delivery's id.
                 * @example 90210
                 */
                delivery_id: components["parameters"]["DeliveryId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay a delivery
         * @description Sends the same event again, as a new delivery with seven attempts of its own. The event
         *     keeps its id, so that a receiver recognises it. A disabled endpoint is `409 conflict`.
         */
        post: operations["replayWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The resource's id.
                 * @example 4501
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable an endpoint
         * @description Events that happen while it is disabled are not sent, now or later; replay them when it is
         *     enabled again. Deliveries that are not settled wait until then. Disabling a disabled
         *     endpoint changes nothing.
         */
        post: operations["disableWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The resource's id.
                 * @example 4501
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable an endpoint
         * @description It gets every event from now on, and the deliveries that waited. The count of consecutive
         *     failures starts again. Enabling an active endpoint changes nothing.
         */
        post: operations["enableWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The resource's id.
                 * @example 4501
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay events since a time
         * @description Sends the events of the log from `since` up to `until` again, oldest first, whether or not
         *     they were delivered before: those of `types`, or what the endpoint is subscribed to. One
         *     call queues at most 10,000; with `has_more`, continue with `next_since`. A disabled
         *     endpoint is `409 conflict`.
         */
        post: operations["replayWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The resource's id.
                 * @example 4501
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate an endpoint's secret
         * @description The answer carries the new `signing_secret`, the only time it is shown. For `grace_hours`
         *     (0 to 72; 24 when left out) every delivery is signed with both secrets, the new one first:
         *     receivers must try every `v1`. The secret before the last is forgotten at once.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The resource's id.
                 * @example 4501
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test event
         * @description Sends an event of the type `webhook.test` to this endpoint alone, whatever it is subscribed
         *     to. It is not in the event log. A disabled endpoint is `409 conflict`.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "post.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A thread opener or a reply was posted */
        post: operations["onPostCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "post.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A post was deleted */
        post: operations["onPostDeleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "post.edited": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A post was edited */
        post: operations["onPostEdited"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "user.joined": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A user completed registration */
        post: operations["onUserJoined"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "user.left": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A user's deletion was scheduled */
        post: operations["onUserLeft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "webhook.test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A test event was asked for */
        post: operations["onWebhookTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        DeletedReply: {
            data: components["schemas"]["Deleted"];
            request_id: components["schemas"]["RequestId"];
        };
        Deleted: {
            id: components["schemas"]["Id"];
            /** @description Always `true`. */
            deleted: boolean;
        };
        /**
         * @description Which of the tenant's two partitions, live data or test data.
         * @enum {string}
         */
        Environment: "live" | "test";
        Error: {
            code: components["schemas"]["ErrorCode"];
            /** @description What happened, for a person to read. */
            message: string;
            /** @description Every fault of the request, with `invalid_request` and `validation_failed`. */
            details?: components["schemas"]["ErrorDetail"][];
            /** @description With `insufficient_scope`, the scope that is missing. */
            required_scope?: string;
            /** @description With `plan_gated`, the tenant's plan. */
            current_plan?: string;
            /** @description With `plan_gated`, the plans that include the operation. */
            required_plans?: string[];
            /**
             * Format: uri
             * @description The page about this code.
             */
            doc_url: string;
            request_id: components["schemas"]["RequestId"];
        };
        /**
         * @description Stable; a code never changes its meaning.
         * @enum {string}
         */
        ErrorCode: "invalid_request" | "invalid_api_key" | "insufficient_scope" | "plan_gated" | "not_found" | "tenant_not_found" | "method_not_allowed" | "conflict" | "idempotency_in_progress" | "precondition_failed" | "payload_too_large" | "unsupported_media_type" | "validation_failed" | "idempotency_key_reused" | "rate_limited" | "internal_error" | "unavailable";
        ErrorDetail: {
            /** @description The parameter, or the path of the field in the body: `tags[0].name`. */
            field: string;
            /** @description What is wrong with it: `required`, `unknown_field`, `type`, `too_long` … */
            code: string;
            message: string;
        };
        ErrorReply: {
            error: components["schemas"]["Error"];
            request_id: components["schemas"]["RequestId"];
        };
        /** @description `evt_` and a ULID: unique, and sorted like the log. Use it to recognise duplicates. */
        EventId: string;
        /** @description Whether rows follow this page. */
        HasMore: boolean;
        /** Format: int64 */
        Id: number;
        /** @description A member, in brief. */
        MiniUser: {
            id: components["schemas"]["Id"];
            username: string;
        };
        /** @description Pass it as `cursor` for the next page; `null` on the last one. */
        NextCursor: string | null;
        /** @description RFC 9457. */
        ProblemReply: {
            /** Format: uri */
            type: string;
            title: string;
            status: number;
            detail: string;
            code: components["schemas"]["ErrorCode"];
            details?: components["schemas"]["ErrorDetail"][];
            required_scope?: string;
            current_plan?: string;
            required_plans?: string[];
            request_id: components["schemas"]["RequestId"];
        };
        /** @description `req_` and a ULID. */
        RequestId: string;
        Slug: string;
        /**
         * Format: date-time
         * @description UTC, ISO 8601.
         */
        Timestamp: string;
        /**
         * Format: date-time
         * @description UTC, ISO 8601.
         */
        NullableTimestamp: string | null;
        /** @description Rows of the filtered list, on all pages. */
        TotalCount: number;
        Event: {
            id: components["schemas"]["EventId"];
            type: components["schemas"]["EventType"];
            created_at: components["schemas"]["Timestamp"];
            /** @description As the type says; see the webhooks of this document. */
            data: {
                [key: string]: unknown;
            };
        };
        EventListReply: {
            data: components["schemas"]["Event"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        /**
         * @description Dotted and stable; more types may come.
         * @enum {string}
         */
        EventType: "post.created" | "post.deleted" | "post.edited" | "user.joined" | "user.left";
        PostCreatedEvent: {
            id: components["schemas"]["EventId"];
            /** @constant */
            type: "post.created";
            created_at: components["schemas"]["Timestamp"];
            data: {
                post_id: components["schemas"]["Id"];
                thread_id: components["schemas"]["Id"];
                forum_slug: components["schemas"]["Slug"];
                /** @description Only on the opener of a thread. */
                title?: string;
                /**
                 * Format: int64
                 * @description Not null only for a nested reply.
                 */
                parent_post_id: number | null;
                author: components["schemas"]["MiniUser"];
            };
        };
        PostDeletedEvent: {
            id: components["schemas"]["EventId"];
            /** @constant */
            type: "post.deleted";
            created_at: components["schemas"]["Timestamp"];
            data: {
                post_id: components["schemas"]["Id"];
                thread_id: components["schemas"]["Id"];
                by: components["schemas"]["MiniUser"];
                reason: string | null;
            };
        };
        PostEditedEvent: {
            id: components["schemas"]["EventId"];
            /** @constant */
            type: "post.edited";
            created_at: components["schemas"]["Timestamp"];
            data: {
                post_id: components["schemas"]["Id"];
                thread_id: components["schemas"]["Id"];
                editor: components["schemas"]["MiniUser"];
            };
        };
        UserJoinedEvent: {
            id: components["schemas"]["EventId"];
            /** @constant */
            type: "user.joined";
            created_at: components["schemas"]["Timestamp"];
            data: {
                user_id: components["schemas"]["Id"];
                username: string;
                email_verified: boolean;
            };
        };
        UserLeftEvent: {
            id: components["schemas"]["EventId"];
            /** @constant */
            type: "user.left";
            created_at: components["schemas"]["Timestamp"];
            data: {
                user_id: components["schemas"]["Id"];
                username: string;
                /** @enum {string} */
                reason: "deletion_scheduled";
            };
        };
        Me: {
            tenant: {
                slug: components["schemas"]["Slug"];
                name: string;
                plan: components["schemas"]["Plan"];
                environment: components["schemas"]["Environment"];
            };
            key: {
                id: components["schemas"]["Id"];
                label: string;
                /** @description The first characters of the key. */
                prefix: string;
                scopes: string[];
                expires_at: components["schemas"]["NullableTimestamp"];
                created_at: components["schemas"]["Timestamp"];
            };
            user: components["schemas"]["MiniUser"];
            limits: {
                /** @description 0 means unlimited. */
                requests_per_minute: number;
                /** @description The largest `limit` of a list. */
                page_size: number;
                /** @description The largest JSON body. */
                body_bytes: number;
            };
        };
        MeReply: {
            data: components["schemas"]["Me"];
            request_id: components["schemas"]["RequestId"];
        };
        /** @enum {string} */
        Plan: "starter" | "pro" | "creator_plus" | "sovereign";
        Post: {
            id: components["schemas"]["Id"];
            thread_id: components["schemas"]["Id"];
            forum_slug: components["schemas"]["Slug"];
            /** @description The thread's title on its opener, `null` on a reply. */
            title: string | null;
            /**
             * Format: int64
             * @description The post that this one answers, when it is a nested reply.
             */
            parent_post_id: number | null;
            /** @description Markdown; `null` once the post is deleted. */
            body: string | null;
            author: components["schemas"]["MiniUser"];
            created_at: components["schemas"]["Timestamp"];
            edited_at: components["schemas"]["NullableTimestamp"];
            deleted_at: components["schemas"]["NullableTimestamp"];
        };
        /** @description Markdown. */
        PostBody: string;
        PostCreate: {
            /** @description The forum of a new thread. */
            forum_slug?: components["schemas"]["Slug"];
            /** @description The title of a new thread. */
            title?: components["schemas"]["ThreadTitle"];
            /** @description The thread to reply to. */
            thread_id?: components["schemas"]["Id"];
            /** @description The post of that thread to answer. */
            parent_post_id?: components["schemas"]["Id"];
            body: components["schemas"]["PostBody"];
            /** @description The member who posts; whoever minted the key when left out. */
            author_id?: components["schemas"]["Id"];
        };
        PostDelete: {
            reason?: string;
            /** @description The member who deletes; whoever minted the key when left out. */
            actor_id?: components["schemas"]["Id"];
        };
        PostListReply: {
            data: components["schemas"]["Post"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        PostReply: {
            data: components["schemas"]["Post"];
            request_id: components["schemas"]["RequestId"];
        };
        PostUpdate: {
            /** @description A new title, of an opener only. */
            title?: components["schemas"]["ThreadTitle"];
            body?: components["schemas"]["PostBody"];
            /** @description The member who edits; whoever minted the key when left out. */
            actor_id?: components["schemas"]["Id"];
        };
        ThreadTitle: string;
        /** Format: uri */
        AvatarUrl: string | null;
        DisplayName: string;
        /**
         * Format: email
         * @description Kept for the member's own use; never returned by the API.
         */
        Email: string;
        User: {
            id: components["schemas"]["Id"];
            username: string;
            display_name: string;
            /**
             * @description 1 banned, 2 registered member, 3 moderator, 4 tenant admin, 5 super-admin.
             * @enum {integer}
             */
            role: 1 | 2 | 3 | 4 | 5;
            /** Format: uri */
            avatar_url: string | null;
            joined_at: components["schemas"]["Timestamp"];
            last_active_at: components["schemas"]["NullableTimestamp"];
            post_count: number;
            deletion_scheduled_at: components["schemas"]["NullableTimestamp"];
        };
        UserCreate: {
            username: components["schemas"]["Username"];
            email: components["schemas"]["Email"];
            /** @description The username when left out. */
            display_name?: components["schemas"]["DisplayName"];
            avatar_url?: components["schemas"]["AvatarUrl"];
            /** @description Whether the address is known to be the member's; false when left out. */
            email_verified?: boolean;
        };
        UserListReply: {
            data: components["schemas"]["User"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        UserReply: {
            data: components["schemas"]["User"];
            request_id: components["schemas"]["RequestId"];
        };
        UserUpdate: {
            username?: components["schemas"]["Username"];
            email?: components["schemas"]["Email"];
            display_name?: components["schemas"]["DisplayName"];
            avatar_url?: components["schemas"]["AvatarUrl"];
            email_verified?: boolean;
        };
        Username: string;
        AttemptNumber: number;
        /** @description Failed attempts since the last one that succeeded. */
        ConsecutiveFailures: number;
        /** @description The event, byte for byte what the body of the delivery says. */
        DeliveredEvent: {
            id: components["schemas"]["EventId"];
            type: components["schemas"]["DeliveredEventType"];
            created_at: components["schemas"]["Timestamp"];
            /** @description As the type says. */
            data: {
                [key: string]: unknown;
            };
        };
        /** @description A type of the event log, or `webhook.test`. */
        DeliveredEventType: string;
        /**
         * Format: int64
         * @description A delivery's id.
         */
        DeliveryId: number;
        /**
         * @description Why it is disabled: `by_request`, `consecutive_failures` or `gone` (it answered 410). More
         *     reasons may come.
         */
        DisabledReason: string | null;
        /**
         * Format: int64
         * @description The delivery that this one repeats.
         */
        ReplayOf: number | null;
        /** @description The SHA-256 of `signing_secret`, to tell which secret is in use. */
        SecretFingerprint: string;
        /** @description `whsec_` and 32 random bytes in base64. Shown here and never again. */
        SigningSecret: string;
        /** @description Event types, or `*` for every type there is and will be. */
        SubscribedEvents: ("*" | components["schemas"]["EventType"])[];
        Webhook: {
            id: components["schemas"]["Id"];
            /** Format: uri */
            url: string;
            description: components["schemas"]["WebhookDescription"];
            subscribed_events: components["schemas"]["SubscribedEvents"];
            status: components["schemas"]["WebhookStatus"];
            environment: components["schemas"]["Environment"];
            consecutive_failures: components["schemas"]["ConsecutiveFailures"];
            disabled_reason: components["schemas"]["DisabledReason"];
            secret_fingerprint: components["schemas"]["SecretFingerprint"];
            /** @description Until when the secret before the last rotation still signs as well. */
            previous_secret_expires_at: components["schemas"]["NullableTimestamp"];
            created_at: components["schemas"]["Timestamp"];
            last_success_at: components["schemas"]["NullableTimestamp"];
        };
        WebhookAttempt: {
            number: components["schemas"]["AttemptNumber"];
            started_at: components["schemas"]["Timestamp"];
            /** @description The answer's status; `null` when there was none. */
            status_code: number | null;
            latency_ms: number;
            /**
             * @description What was wrong, in a word: `status`, `redirect`, `timeout`, `dns`, `blocked_address`,
             *     `connection_refused`, `connection_lost`, `tls` … `null` on success.
             */
            error: string | null;
            /** @description The first 2 KB of the answer's body. */
            response_body: string | null;
        };
        WebhookCreate: {
            url: components["schemas"]["WebhookUrl"];
            description?: components["schemas"]["WebhookDescription"];
            subscribed_events: components["schemas"]["SubscribedEvents"];
        };
        WebhookDelivery: {
            id: components["schemas"]["DeliveryId"];
            webhook_id: components["schemas"]["Id"];
            event_id: components["schemas"]["EventId"];
            event_type: components["schemas"]["DeliveredEventType"];
            status: components["schemas"]["WebhookDeliveryStatus"];
            attempt_count: components["schemas"]["AttemptNumber"];
            /** @description When it is tried next; `null` once it is settled, and while the endpoint is disabled. */
            next_attempt_at: components["schemas"]["NullableTimestamp"];
            created_at: components["schemas"]["Timestamp"];
            /** @description When it succeeded or was given up. */
            completed_at: components["schemas"]["NullableTimestamp"];
            replay_of: components["schemas"]["ReplayOf"];
        };
        WebhookDeliveryDetail: {
            id: components["schemas"]["DeliveryId"];
            webhook_id: components["schemas"]["Id"];
            event_id: components["schemas"]["EventId"];
            event_type: components["schemas"]["DeliveredEventType"];
            status: components["schemas"]["WebhookDeliveryStatus"];
            attempt_count: components["schemas"]["AttemptNumber"];
            /** @description When it is tried next; `null` once it is settled, and while the endpoint is disabled. */
            next_attempt_at: components["schemas"]["NullableTimestamp"];
            created_at: components["schemas"]["Timestamp"];
            /** @description When it succeeded or was given up. */
            completed_at: components["schemas"]["NullableTimestamp"];
            replay_of: components["schemas"]["ReplayOf"];
            event: components["schemas"]["DeliveredEvent"];
            attempts: components["schemas"]["WebhookAttempt"][];
        };
        WebhookDeliveryDetailReply: {
            data: components["schemas"]["WebhookDeliveryDetail"];
            request_id: components["schemas"]["RequestId"];
        };
        WebhookDeliveryListReply: {
            data: components["schemas"]["WebhookDelivery"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        WebhookDeliveryReply: {
            data: components["schemas"]["WebhookDelivery"];
            request_id: components["schemas"]["RequestId"];
        };
        /**
         * @description `pending` before the first attempt, `failed` when the last one failed and another will
         *     follow, `succeeded`, or `exhausted` when none will.
         * @enum {string}
         */
        WebhookDeliveryStatus: "pending" | "succeeded" | "failed" | "exhausted";
        WebhookDescription: string | null;
        WebhookListReply: {
            data: components["schemas"]["Webhook"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        WebhookReplay: {
            /** @description Only events created at or after this time. */
            since: components["schemas"]["Timestamp"];
            /** @description Only events created before this time; now when left out. */
            until?: components["schemas"]["Timestamp"];
            /** @description Only events of these types; what the endpoint is subscribed to when left out. */
            types?: components["schemas"]["EventType"][];
        };
        WebhookReplayReply: {
            data: components["schemas"]["WebhookReplayed"];
            request_id: components["schemas"]["RequestId"];
        };
        WebhookReplayed: {
            /** @description Deliveries about to be made. */
            queued: number;
            /** @description Whether events are left that the call did not reach. */
            has_more: boolean;
            /**
             * Format: date-time
             * @description With `has_more`, the `since` of the next call.
             */
            next_since: string | null;
        };
        WebhookReply: {
            data: components["schemas"]["Webhook"];
            request_id: components["schemas"]["RequestId"];
        };
        WebhookSecretReply: {
            data: components["schemas"]["WebhookWithSecret"];
            request_id: components["schemas"]["RequestId"];
        };
        WebhookSecretRotate: {
            /** @description How long the old secret signs as well; 24 when left out. */
            grace_hours?: number;
        };
        /** @enum {string} */
        WebhookStatus: "active" | "disabled";
        WebhookTestEvent: {
            id: components["schemas"]["EventId"];
            /** @constant */
            type: "webhook.test";
            created_at: components["schemas"]["Timestamp"];
            data: {
                webhook_id: components["schemas"]["Id"];
            };
        };
        WebhookUpdate: {
            url?: components["schemas"]["WebhookUrl"];
            description?: components["schemas"]["WebhookDescription"];
            subscribed_events?: components["schemas"]["SubscribedEvents"];
        };
        /** @description HTTPS, without user name and password, leading to a public address. */
        WebhookUrl: string;
        WebhookWithSecret: {
            id: components["schemas"]["Id"];
            /** Format: uri */
            url: string;
            description: components["schemas"]["WebhookDescription"];
            subscribed_events: components["schemas"]["SubscribedEvents"];
            status: components["schemas"]["WebhookStatus"];
            environment: components["schemas"]["Environment"];
            consecutive_failures: components["schemas"]["ConsecutiveFailures"];
            disabled_reason: components["schemas"]["DisabledReason"];
            secret_fingerprint: components["schemas"]["SecretFingerprint"];
            /** @description Until when the secret before the last rotation still signs as well. */
            previous_secret_expires_at: components["schemas"]["NullableTimestamp"];
            created_at: components["schemas"]["Timestamp"];
            last_success_at: components["schemas"]["NullableTimestamp"];
            signing_secret: components["schemas"]["SigningSecret"];
        };
    };
    responses: {
        /** @description It is deleted. */
        Deleted: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 4502,
                 *         "deleted": true
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["DeletedReply"];
            };
        };
        /** @description It failed; nothing was changed. */
        Error: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
                /**
                 * @example {
                 *       "type": "https://demo.mobieus.io/docs/errors/not_found",
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "detail": "There is no such resource.",
                 *       "code": "not_found",
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/problem+json": components["schemas"]["ProblemReply"];
            };
        };
        /** @description A page of events. */
        EventList: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": "evt_01jw0wnp3a2e8r6f4k1v7c9d5b",
                 *           "type": "post.created",
                 *           "created_at": "2026-05-29T13:42:11.812Z",
                 *           "data": {
                 *             "post_id": 4502,
                 *             "thread_id": 118,
                 *             "forum_slug": "atari-2600",
                 *             "parent_post_id": 4501,
                 *             "author": {
                 *               "id": 7,
                 *               "username": "pixel_pia"
                 *             }
                 *           }
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["EventListReply"];
            };
        };
        /** @description What the key is and may do. */
        Me: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "tenant": {
                 *           "slug": "demo",
                 *           "name": "Demo Community",
                 *           "plan": "pro",
                 *           "environment": "live"
                 *         },
                 *         "key": {
                 *           "id": 5,
                 *           "label": "Nightly sync",
                 *           "prefix": "mc_live_Zx3a",
                 *           "scopes": [
                 *             "posts:read",
                 *             "posts:write"
                 *           ],
                 *           "expires_at": null,
                 *           "created_at": "2026-05-27T09:00:00Z"
                 *         },
                 *         "user": {
                 *           "id": 9,
                 *           "username": "mod_alice"
                 *         },
                 *         "limits": {
                 *           "requests_per_minute": 120,
                 *           "page_size": 100,
                 *           "body_bytes": 1048576
                 *         }
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["MeReply"];
            };
        };
        /** @description The post. */
        Post: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 4501,
                 *         "thread_id": 118,
                 *         "forum_slug": "atari-2600",
                 *         "title": "Which capacitor kit for a light sixer?",
                 *         "parent_post_id": null,
                 *         "body": "The picture rolls after ten minutes. Is it worth doing them all at once?",
                 *         "author": {
                 *           "id": 312,
                 *           "username": "retroseller"
                 *         },
                 *         "created_at": "2026-05-29T13:42:11Z",
                 *         "edited_at": null,
                 *         "deleted_at": null
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["PostReply"];
            };
        };
        /** @description The post, as created. */
        PostCreated: {
            headers: {
                Location: components["headers"]["Location"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 4501,
                 *         "thread_id": 118,
                 *         "forum_slug": "atari-2600",
                 *         "title": "Which capacitor kit for a light sixer?",
                 *         "parent_post_id": null,
                 *         "body": "The picture rolls after ten minutes. Is it worth doing them all at once?",
                 *         "author": {
                 *           "id": 312,
                 *           "username": "retroseller"
                 *         },
                 *         "created_at": "2026-05-29T13:42:11Z",
                 *         "edited_at": null,
                 *         "deleted_at": null
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["PostReply"];
            };
        };
        /** @description A page of posts. */
        PostList: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 4501,
                 *           "thread_id": 118,
                 *           "forum_slug": "atari-2600",
                 *           "title": "Which capacitor kit for a light sixer?",
                 *           "parent_post_id": null,
                 *           "body": "The picture rolls after ten minutes. Is it worth doing them all at once?",
                 *           "author": {
                 *             "id": 312,
                 *             "username": "retroseller"
                 *           },
                 *           "created_at": "2026-05-29T13:42:11Z",
                 *           "edited_at": null,
                 *           "deleted_at": null
                 *         }
                 *       ],
                 *       "next_cursor": "cur_AAAAAAAAEZVb0mC1sPzv2Nc",
                 *       "total_count": 847,
                 *       "has_more": true,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["PostListReply"];
            };
        };
        /** @description The user. */
        User: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 312,
                 *         "username": "retroseller",
                 *         "display_name": "Retro Seller",
                 *         "role": 2,
                 *         "avatar_url": "https://cdn.example.com/avatars/312.png",
                 *         "joined_at": "2026-01-14T10:00:00Z",
                 *         "last_active_at": "2026-05-29T13:42:11Z",
                 *         "post_count": 118,
                 *         "deletion_scheduled_at": null
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["UserReply"];
            };
        };
        /** @description The user, as registered. */
        UserCreated: {
            headers: {
                Location: components["headers"]["Location"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 312,
                 *         "username": "retroseller",
                 *         "display_name": "Retro Seller",
                 *         "role": 2,
                 *         "avatar_url": "https://cdn.example.com/avatars/312.png",
                 *         "joined_at": "2026-01-14T10:00:00Z",
                 *         "last_active_at": "2026-05-29T13:42:11Z",
                 *         "post_count": 118,
                 *         "deletion_scheduled_at": null
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["UserReply"];
            };
        };
        /** @description A page of users. */
        UserList: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 312,
                 *           "username": "retroseller",
                 *           "display_name": "Retro Seller",
                 *           "role": 2,
                 *           "avatar_url": "https://cdn.example.com/avatars/312.png",
                 *           "joined_at": "2026-01-14T10:00:00Z",
                 *           "last_active_at": "2026-05-29T13:42:11Z",
                 *           "post_count": 118,
                 *           "deletion_scheduled_at": null
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["UserListReply"];
            };
        };
        /** @description The endpoint. */
        Webhook: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 17,
                 *         "url": "https://hooks.example.com/mobieus",
                 *         "description": "Mirror of the forum",
                 *         "subscribed_events": [
                 *           "*"
                 *         ],
                 *         "status": "active",
                 *         "environment": "live",
                 *         "consecutive_failures": 0,
                 *         "disabled_reason": null,
                 *         "secret_fingerprint": "5f2c8a7be0d94b1c93a6f1d7c4e85b20a6d3f9817c5be2049d1af36e78c0b542",
                 *         "previous_secret_expires_at": null,
                 *         "created_at": "2026-05-28T09:00:00Z",
                 *         "last_success_at": "2026-05-29T13:42:12Z"
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookReply"];
            };
        };
        /** @description The endpoint, and the only sight of its secret. */
        WebhookCreated: {
            headers: {
                Location: components["headers"]["Location"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 17,
                 *         "url": "https://hooks.example.com/mobieus",
                 *         "description": "Mirror of the forum",
                 *         "subscribed_events": [
                 *           "*"
                 *         ],
                 *         "status": "active",
                 *         "environment": "live",
                 *         "consecutive_failures": 0,
                 *         "disabled_reason": null,
                 *         "secret_fingerprint": "5f2c8a7be0d94b1c93a6f1d7c4e85b20a6d3f9817c5be2049d1af36e78c0b542",
                 *         "previous_secret_expires_at": null,
                 *         "created_at": "2026-05-28T09:00:00Z",
                 *         "last_success_at": "2026-05-29T13:42:12Z",
                 *         "signing_secret": "whsec_4rGq1yVnT0bKx8ZsUoW2eJc7LmDfHaPiQk5NtYv9B3M="
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookSecretReply"];
            };
        };
        /** @description The delivery. */
        WebhookDelivery: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 90210,
                 *         "webhook_id": 17,
                 *         "event_id": "evt_01jw0wnp3a2e8r6f4k1v7c9d5b",
                 *         "event_type": "post.created",
                 *         "status": "succeeded",
                 *         "attempt_count": 1,
                 *         "next_attempt_at": null,
                 *         "created_at": "2026-05-29T13:42:11Z",
                 *         "completed_at": "2026-05-29T13:42:12Z",
                 *         "replay_of": null,
                 *         "event": {
                 *           "id": "evt_01jw0wnp3a2e8r6f4k1v7c9d5b",
                 *           "type": "post.created",
                 *           "created_at": "2026-05-29T13:42:11.812Z",
                 *           "data": {
                 *             "post_id": 4502,
                 *             "thread_id": 118,
                 *             "forum_slug": "atari-2600",
                 *             "parent_post_id": 4501,
                 *             "author": {
                 *               "id": 7,
                 *               "username": "pixel_pia"
                 *             }
                 *           }
                 *         },
                 *         "attempts": [
                 *           {
                 *             "number": 1,
                 *             "started_at": "2026-05-29T13:42:11Z",
                 *             "status_code": 200,
                 *             "latency_ms": 83,
                 *             "error": null,
                 *             "response_body": "ok"
                 *           }
                 *         ]
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookDeliveryDetailReply"];
            };
        };
        /** @description A page of deliveries. */
        WebhookDeliveryList: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 90210,
                 *           "webhook_id": 17,
                 *           "event_id": "evt_01jw0wnp3a2e8r6f4k1v7c9d5b",
                 *           "event_type": "post.created",
                 *           "status": "succeeded",
                 *           "attempt_count": 1,
                 *           "next_attempt_at": null,
                 *           "created_at": "2026-05-29T13:42:11Z",
                 *           "completed_at": "2026-05-29T13:42:12Z",
                 *           "replay_of": null
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookDeliveryListReply"];
            };
        };
        /** @description The delivery, about to be made. */
        WebhookDeliveryQueued: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 90211,
                 *         "webhook_id": 17,
                 *         "event_id": "evt_01jw0wnp3a2e8r6f4k1v7c9d5b",
                 *         "event_type": "post.created",
                 *         "status": "pending",
                 *         "attempt_count": 0,
                 *         "next_attempt_at": "2026-05-29T13:42:11Z",
                 *         "created_at": "2026-05-29T13:42:11Z",
                 *         "completed_at": null,
                 *         "replay_of": 90210
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookDeliveryReply"];
            };
        };
        /** @description A page of endpoints. */
        WebhookList: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 17,
                 *           "url": "https://hooks.example.com/mobieus",
                 *           "description": "Mirror of the forum",
                 *           "subscribed_events": [
                 *             "*"
                 *           ],
                 *           "status": "active",
                 *           "environment": "live",
                 *           "consecutive_failures": 0,
                 *           "disabled_reason": null,
                 *           "secret_fingerprint": "5f2c8a7be0d94b1c93a6f1d7c4e85b20a6d3f9817c5be2049d1af36e78c0b542",
                 *           "previous_secret_expires_at": null,
                 *           "created_at": "2026-05-28T09:00:00Z",
                 *           "last_success_at": "2026-05-29T13:42:12Z"
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookListReply"];
            };
        };
        /** @description How much is about to be delivered. */
        WebhookReplay: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "queued": 2,
                 *         "has_more": false,
                 *         "next_since": null
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookReplayReply"];
            };
        };
        /** @description The endpoint, and the only sight of its new secret. */
        WebhookSecret: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 17,
                 *         "url": "https://hooks.example.com/mobieus",
                 *         "description": "Mirror of the forum",
                 *         "subscribed_events": [
                 *           "*"
                 *         ],
                 *         "status": "active",
                 *         "environment": "live",
                 *         "consecutive_failures": 0,
                 *         "disabled_reason": null,
                 *         "secret_fingerprint": "5f2c8a7be0d94b1c93a6f1d7c4e85b20a6d3f9817c5be2049d1af36e78c0b542",
                 *         "previous_secret_expires_at": null,
                 *         "created_at": "2026-05-28T09:00:00Z",
                 *         "last_success_at": "2026-05-29T13:42:12Z",
                 *         "signing_secret": "whsec_4rGq1yVnT0bKx8ZsUoW2eJc7LmDfHaPiQk5NtYv9B3M="
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookSecretReply"];
            };
        };
    };
    parameters: {
        /** @description The `next_cursor` of the page before; leave it out for the first page. */
        Cursor: string;
        /**
         * @description The delivery's id.
         * @example 90210
         */
        DeliveryId: components["schemas"]["DeliveryId"];
        /**
         * @description The resource's id.
         * @example 4501
         */
        Id: components["schemas"]["Id"];
        /**
         * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
         *     path within 24 hours never has a second effect.
         * @example create-post-abc123
         */
        IdempotencyKey: string;
        /**
         * @description How many rows a page holds.
         * @example 2
         */
        Limit: number;
    };
    requestBodies: {
        PostCreate: {
            content: {
                "application/json": components["schemas"]["PostCreate"];
            };
        };
        PostDelete: {
            content: {
                /**
                 * @example {
                 *       "reason": "spam",
                 *       "actor_id": 9
                 *     }
                 */
                "application/json": components["schemas"]["PostDelete"];
            };
        };
        PostUpdate: {
            content: {
                /**
                 * @example {
                 *       "title": "Which capacitor kit for a light sixer? (solved)",
                 *       "body": "Solved: all of them, from the 1978 kit.",
                 *       "actor_id": 312
                 *     }
                 */
                "application/json": components["schemas"]["PostUpdate"];
            };
        };
        UserCreate: {
            content: {
                /**
                 * @example {
                 *       "username": "joystick_jo",
                 *       "email": "jo@example.com",
                 *       "display_name": "Jo Stick",
                 *       "email_verified": false
                 *     }
                 */
                "application/json": components["schemas"]["UserCreate"];
            };
        };
        UserUpdate: {
            content: {
                /**
                 * @example {
                 *       "display_name": "Retro Seller",
                 *       "avatar_url": "https://cdn.example.com/avatars/312.png"
                 *     }
                 */
                "application/json": components["schemas"]["UserUpdate"];
            };
        };
        WebhookCreate: {
            content: {
                "application/json": components["schemas"]["WebhookCreate"];
            };
        };
        WebhookReplay: {
            content: {
                "application/json": components["schemas"]["WebhookReplay"];
            };
        };
        WebhookSecretRotate: {
            content: {
                /**
                 * @example {
                 *       "grace_hours": 48
                 *     }
                 */
                "application/json": components["schemas"]["WebhookSecretRotate"];
            };
        };
        WebhookUpdate: {
            content: {
                /**
                 * @example {
                 *       "url": "https://hooks.example.com/mobieus/v2",
                 *       "description": "Mirror of the forum, second version",
                 *       "subscribed_events": [
                 *         "post.created",
                 *         "post.deleted"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["WebhookUpdate"];
            };
        };
    };
    headers: {
        /** @description `true` when this is the stored answer of an earlier call with the same `Idempotency-Key`. */
        IdempotencyReplayed: "true";
        /** @description The path of what was created. */
        Location: string;
        /**
         * @description Requests left and seconds until they are renewed, as in the IETF draft.
         * @example "default";r=119;t=42
         */
        RateLimit: string;
        /**
         * @description Requests a minute that the key may make; 0 means unlimited.
         * @example 120
         */
        RateLimitLimit: number;
        /**
         * @description The limit and its window in seconds, as in the IETF draft.
         * @example "default";q=120;w=60
         */
        RateLimitPolicy: string;
        /**
         * @description Requests left in this window.
         * @example 119
         */
        RateLimitRemaining: number;
        /**
         * @description When the window ends, in Unix seconds.
         * @example 1780000060
         */
        RateLimitReset: number;
        /** @description The id of this request, the same as `request_id` in the body. */
        RequestId: components["schemas"]["RequestId"];
        /**
         * @description Seconds to wait before trying again.
         * @example 42
         */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listEvents: {
        parameters: {
            query?: {
                /**
                 * @description Only events of this type.
                 * @example post.created
                 */
                type?: components["schemas"]["EventType"];
                /**
                 * @description Only events created at or after this time.
                 * @example 2026-05-28T00:00:00Z
                 */
                since?: string;
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["EventList"];
            default: components["responses"]["Error"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Me"];
            default: components["responses"]["Error"];
        };
    };
    listPosts: {
        parameters: {
            query?: {
                /**
                 * @description Only posts by this member (since 1.7.0).
                 * @example 312
                 */
                author_id?: components["schemas"]["Id"];
                /**
                 * @description Only posts in this forum (since 1.7.0).
                 * @example atari-2600
                 */
                forum_slug?: components["schemas"]["Slug"];
                /**
                 * @description Only posts of this thread (since 1.7.0).
                 * @example 118
                 */
                thread_id?: components["schemas"]["Id"];
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["PostList"];
            default: components["responses"]["Error"];
        };
    };
    createPost: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["PostCreate"];
        responses: {
            201: components["responses"]["PostCreated"];
            default: components["responses"]["Error"];
        };
    };
    getPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The resource's id.
                 * @example 4501
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Post"];
            default: components["responses"]["Error"];
        };
    };
    updatePost: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The resource's id.
                 * @example 4501
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["PostUpdate"];
        responses: {
            200: components["responses"]["Post"];
            default: components["responses"]["Error"];
        };
    };
    deletePost: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The resource's id.
                 * @example 4501
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["PostDelete"];
        responses: {
            200: components["responses"]["Deleted"];
            default: components["responses"]["Error"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["UserList"];
            default: components["responses"]["Error"];
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["UserCreate"];
        responses: {
            201: components["responses"]["UserCreated"];
            default: components["responses"]["Error"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The resource's id.
                 * @example 4501
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["User"];
            default: components["responses"]["Error"];
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The resource's id.
                 * @example 4501
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["UserUpdate"];
        responses: {
            200: components["responses"]["User"];
            default: components["responses"]["Error"];
        };
    };
    deleteUser: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The resource's id.
                 * @example 4501
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Deleted"];
            default: components["responses"]["Error"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WebhookList"];
            default: components["responses"]["Error"];
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["WebhookCreate"];
        responses: {
            201: components["responses"]["WebhookCreated"];
            default: components["responses"]["Error"];
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The resource's id.
                 * @example 4501
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Webhook"];
            default: components["responses"]["Error"];
        };
    };
    updateWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The resource's id.
                 * @example 4501
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["WebhookUpdate"];
        responses: {
            200: components["responses"]["Webhook"];
            default: components["responses"]["Error"];
        };
    };
    removeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The resource's id.
                 * @example 4501
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Deleted"];
            default: components["responses"]["Error"];
        };
    };
    patchWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The resource's id.
                 * @example 4501
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["WebhookUpdate"];
        responses: {
            200: components["responses"]["Webhook"];
            default: components["responses"]["Error"];
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The resource's id.
                 * @example 4501
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Deleted"];
            default: components["responses"]["Error"];
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /**
                 * @description Only deliveries in this state.
                 * @example succeeded
                 */
                status?: components["schemas"]["WebhookDeliveryStatus"];
                /**
                 * @description Only deliveries of events of this type.
                 * @example post.created
                 */
                event_type?: components["schemas"]["DeliveredEventType"];
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /**
                 * @description The resource's id.
                 * @example 4501
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WebhookDeliveryList"];
            default: components["responses"]["Error"];
        };
    };
    getWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The resource's id.
                 * @example 4501
                 */
                id: components["parameters"]["Id"];
                /**
                 * @description The delivery's id.
                 * @example 90210
                 */
                delivery_id: components["parameters"]["DeliveryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WebhookDelivery"];
            default: components["responses"]["Error"];
        };
    };
    replayWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The resource's id.
                 * @example 4501
                 */
                id: components["parameters"]["Id"];
                /**
                 * @description The delivery's id.
                 * @example 90210
                 */
                delivery_id: components["parameters"]["DeliveryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["WebhookDeliveryQueued"];
            default: components["responses"]["Error"];
        };
    };
    disableWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The resource's id.
                 * @example 4501
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Webhook"];
            default: components["responses"]["Error"];
        };
    };
    enableWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The resource's id.
                 * @example 4501
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Webhook"];
            default: components["responses"]["Error"];
        };
    };
    replayWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The resource's id.
                 * @example 4501
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["WebhookReplay"];
        responses: {
            202: components["responses"]["WebhookReplay"];
            default: components["responses"]["Error"];
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The resource's id.
                 * @example 4501
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["WebhookSecretRotate"];
        responses: {
            200: components["responses"]["WebhookSecret"];
            default: components["responses"]["Error"];
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The resource's id.
                 * @example 4501
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["WebhookDeliveryQueued"];
            default: components["responses"]["Error"];
        };
    };
    onPostCreated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_01jw0wnp3a2e8r6f4k1v7c9d5b",
                 *       "type": "post.created",
                 *       "created_at": "2026-05-29T13:42:11.812Z",
                 *       "data": {
                 *         "post_id": 4501,
                 *         "thread_id": 118,
                 *         "forum_slug": "atari-2600",
                 *         "title": "Which capacitor kit for a light sixer?",
                 *         "parent_post_id": null,
                 *         "author": {
                 *           "id": 312,
                 *           "username": "retroseller"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["PostCreatedEvent"];
            };
        };
        responses: {
            /** @description Received */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onPostDeleted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_01jw0wnp3a2e8r6f4k1v7c9d5d",
                 *       "type": "post.deleted",
                 *       "created_at": "2026-05-29T15:02:40.007Z",
                 *       "data": {
                 *         "post_id": 4502,
                 *         "thread_id": 118,
                 *         "by": {
                 *           "id": 9,
                 *           "username": "mod_alice"
                 *         },
                 *         "reason": "spam"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["PostDeletedEvent"];
            };
        };
        responses: {
            /** @description Received */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onPostEdited: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_01jw0wnp3a2e8r6f4k1v7c9d5c",
                 *       "type": "post.edited",
                 *       "created_at": "2026-05-29T14:10:03.220Z",
                 *       "data": {
                 *         "post_id": 4501,
                 *         "thread_id": 118,
                 *         "editor": {
                 *           "id": 312,
                 *           "username": "retroseller"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["PostEditedEvent"];
            };
        };
        responses: {
            /** @description Received */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onUserJoined: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_01jw0wnp3a2e8r6f4k1v7c9d5e",
                 *       "type": "user.joined",
                 *       "created_at": "2026-05-29T16:20:00.500Z",
                 *       "data": {
                 *         "user_id": 313,
                 *         "username": "joystick_jo",
                 *         "email_verified": false
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["UserJoinedEvent"];
            };
        };
        responses: {
            /** @description Received */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onUserLeft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_01jw0wnp3a2e8r6f4k1v7c9d5f",
                 *       "type": "user.left",
                 *       "created_at": "2026-05-30T08:00:00.001Z",
                 *       "data": {
                 *         "user_id": 7,
                 *         "username": "pixel_pia",
                 *         "reason": "deletion_scheduled"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["UserLeftEvent"];
            };
        };
        responses: {
            /** @description Received */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onWebhookTest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_01jw0wnp3a2e8r6f4k1v7c9d5g",
                 *       "type": "webhook.test",
                 *       "created_at": "2026-05-30T09:00:00.000Z",
                 *       "data": {
                 *         "webhook_id": 17
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["WebhookTestEvent"];
            };
        };
        responses: {
            /** @description Received */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
