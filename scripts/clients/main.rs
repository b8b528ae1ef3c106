// What a caller does, through the client that openapi-generator makes of openapi.yaml.
use mobieus::apis::configuration::Configuration;
use mobieus::apis::core_posts_api::{create_post, get_post, list_posts, CreatePostError, GetPostError};
use mobieus::apis::{core_events_api::list_events, core_listings_api::list_listings, Error};
use mobieus::models::PostCreate;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut api = Configuration::new();
    api.base_path = variable("BASE_URL");
    api.bearer_access_token = Some(variable("API_KEY"));

    let first = list_posts(&api, None, None, None, None, Some(3)).await.expect("a page");
    assert!(first.data.len() == 3 && first.has_more);
    println!("✓ list");

    let cursor = first.next_cursor.clone().expect("a cursor");
    let second = list_posts(&api, None, None, None, Some(&cursor), Some(3)).await.expect("a page");
    assert!(second.data[0].id < first.data[2].id && second.total_count == first.total_count);
    println!("✓ page");

    let mut thread = PostCreate::new("Generated.".to_string());
    thread.forum_slug = Some(first.data[0].forum_slug.clone());
    thread.title = Some("Hello from Rust".to_string());
    let key = Some("hello-from-rust");
    let created = create_post(&api, thread.clone(), key).await.expect("a post").data;
    println!("✓ create");
    let again = create_post(&api, thread, key).await.expect("a post").data;
    assert_eq!(again.id, created.id);
    println!("✓ replay");

    let refused = create_post(&api, PostCreate::new("Refused.".to_string()), None).await;
    let Err(Error::ResponseError(refusal)) = refused else { panic!("it was accepted") };
    // The generated enum is untagged: of several that look the same it is the first.
    let (CreatePostError::Status409(reply) | CreatePostError::Status422(reply)) =
        refusal.entity.expect("a body")
    else {
        panic!("the error is not typed")
    };
    assert_eq!(reply.error.details.expect("details")[0].field, "forum_slug");
    println!("✓ error");

    let post = get_post(&api, created.id).await.expect("the post").data;
    assert!(post.parent_post_id.is_none() && post.edited_at.is_none() && post.title.is_some());
    println!("✓ null");

    api.base_path = variable("FUTURE_URL");
    let events = list_events(&api, None, None, None, None, None, Some(100)).await.expect("events");
    assert!(events.data.iter().any(|event| event.r#type == "unheard.of"));
    let listings = list_listings(&api, None, None, None, None, None).await.expect("listings");
    assert!(listings.data.iter().any(|listing| listing.status == "unheard_of"));
    let Err(Error::ResponseError(failure)) = get_post(&api, 999_999_999).await else {
        panic!("there is such a post")
    };
    let Some(GetPostError::Status404(reply)) = failure.entity else { panic!("not typed") };
    assert_eq!(reply.error.code, "unheard_of");
    println!("✓ unheard");
}

fn variable(name: &str) -> String {
    std::env::var(name).expect(name)
}
