// What a caller does, through the client that oapi-codegen makes of openapi.yaml.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"

	"example/client"
)

var ctx = context.Background()

func main() {
	api := connect("BASE_URL")

	limit := 3
	first, err := api.ListPostsWithResponse(ctx, &client.ListPostsParams{Limit: &limit})
	must(err)
	check(first.JSON200 != nil && len(first.JSON200.Data) == 3 && first.JSON200.HasMore, "the first page")
	fmt.Println("✓ list")

	next := client.ListPostsParams{Limit: &limit, Cursor: first.JSON200.NextCursor}
	second, err := api.ListPostsWithResponse(ctx, &next)
	must(err)
	check(second.JSON200.Data[0].Id < first.JSON200.Data[2].Id, "the second page")
	check(second.JSON200.TotalCount == first.JSON200.TotalCount, "the same total")
	fmt.Println("✓ page")

	title, key := "Hello from oapi-codegen", "hello-from-oapi-codegen"
	forum := first.JSON200.Data[0].ForumSlug
	thread := client.PostCreate{Body: "Generated.", ForumSlug: &forum, Title: &title}
	keyed := &client.CreatePostParams{IdempotencyKey: &key}
	created, err := api.CreatePostWithResponse(ctx, keyed, thread)
	must(err)
	check(created.JSON201 != nil, "the post is created")
	fmt.Println("✓ create")
	again, err := api.CreatePostWithResponse(ctx, keyed, thread)
	must(err)
	check(again.JSON201.Data.Id == created.JSON201.Data.Id, "the same post for the same key")
	check(again.HTTPResponse.Header.Get("Idempotency-Replayed") == "true", "the replay says so")
	fmt.Println("✓ replay")

	refused, err := api.CreatePostWithResponse(ctx, nil, client.PostCreate{Body: "Refused."})
	must(err)
	check(refused.StatusCode() == 422, "a thread without a forum is refused")
	check((*refusal(refused.Body).Error.Details)[0].Field == "forum_slug", "the details name the field")
	fmt.Println("✓ error")

	reply, err := api.GetPostWithResponse(ctx, created.JSON201.Data.Id)
	must(err)
	post := reply.JSON200.Data
	check(post.Title != nil && *post.Title == title, "the title")
	check(post.ParentPostId == nil && post.EditedAt == nil, "null stays null")
	fmt.Println("✓ null")

	future := connect("FUTURE_URL")
	limit = 100
	events, err := future.ListEventsWithResponse(ctx, &client.ListEventsParams{Limit: &limit})
	must(err)
	found := false
	for _, event := range events.JSON200.Data {
		found = found || event.Type == "unheard.of"
	}
	check(found, "a type unheard of")
	listings, err := future.ListListingsWithResponse(ctx, nil)
	must(err)
	found = false
	for _, listing := range listings.JSON200.Data {
		found = found || listing.Status == "unheard_of"
	}
	check(found, "a status unheard of")
	users, err := future.ListUsersWithResponse(ctx, nil)
	must(err)
	found = false
	for _, user := range users.JSON200.Data {
		found = found || user.Role == 99
	}
	check(found, "a role unheard of")
	missing, err := future.GetPostWithResponse(ctx, 999999999)
	must(err)
	check(refusal(missing.Body).Error.Code == "unheard_of", "a code unheard of")
	fmt.Println("✓ unheard")
}

func connect(url string) *client.ClientWithResponses {
	signed := func(_ context.Context, request *http.Request) error {
		request.Header.Set("Authorization", "Bearer "+os.Getenv("API_KEY"))
		return nil
	}
	api, err := client.NewClientWithResponses(os.Getenv(url), client.WithRequestEditorFn(signed))
	must(err)
	return api
}

// The client fills in `JSON422` only where the media type has no parameter, such as a charset.
func refusal(body []byte) (reply client.ErrorReply) {
	must(json.Unmarshal(body, &reply))
	return reply
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func check(holds bool, what string) {
	if !holds {
		log.Fatal("not so: ", what)
	}
}
